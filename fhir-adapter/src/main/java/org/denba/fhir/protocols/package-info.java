/** The rules that are active: loading them, their health, and showing them to clients. */
package org.denba.fhir.protocols;
