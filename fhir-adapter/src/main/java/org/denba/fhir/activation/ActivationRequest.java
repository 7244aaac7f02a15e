package org.denba.fhir.activation;

/**
 * What was asked for.
 *
 * @param author who asks
 * @param reason why
 * @param accept the digest of an impact that the author has seen and accepts, or null
 * @param dryRun everything but the last step
 */
record ActivationRequest(String author, String reason, String accept, boolean dryRun) {}
