package org.denba.fhir.mapping;

/**
 * Where the finding of a data element came from.
 *
 * @param path FHIRPath from the root of the request
 * @param reference how to refer to the resource, or null
 */
public record Source(String path, String reference) {}
