package org.denba.engine.dictionary;

import java.util.Map;

/**
 * One code of a coded element.
 *
 * @param element the element's id
 * @param code the code as clients send it
 * @param snomed the SNOMED CT code that says the same, or empty
 * @param labels the name by language
 */
public record CodedValue(String element, String code, String snomed, Map<String, String> labels) {

  public String label(String language) {
    String label = labels.get(language);
    return label != null ? label : labels.getOrDefault("en", code);
  }
}
