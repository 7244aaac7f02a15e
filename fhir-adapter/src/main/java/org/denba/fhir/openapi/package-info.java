/** The description of the JSON door that clients read: /v3/api-docs and /swagger-ui. */
package org.denba.fhir.openapi;
