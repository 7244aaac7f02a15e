/** How the rules of a running service are replaced: versions, activation, rollback, approval. */
package org.denba.fhir.activation;
