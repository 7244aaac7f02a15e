package org.denba.fhir.mapping;

import org.hl7.fhir.r4.model.Resource;

/**
 * A resource of the request and where it stands.
 *
 * @param resource the resource
 * @param path FHIRPath from the root of the request ({@code Bundle.entry[3].resource})
 * @param fullUrl the entry's fullUrl, {@code #id} of a contained resource, or null
 */
record Located<T extends Resource>(T resource, String path, String fullUrl) {

  /**
   * How another resource of the same server would refer to it: fullUrl, else {@code Type/id}, else
   * null.
   */
  String reference() {
    if (fullUrl != null && !fullUrl.startsWith("#")) {
      return fullUrl;
    }
    String id = resource.getIdElement().getIdPart();
    return id == null || id.startsWith("#") ? null : resource.fhirType() + "/" + id;
  }
}
