/**
 * FHIR in: from a Bundle or Parameters to a request that the engine evaluates. Reads and never
 * judges; what it leaves out stays unknown, and a remark says so. Knows no web and no framework.
 */
package org.denba.fhir.mapping;
