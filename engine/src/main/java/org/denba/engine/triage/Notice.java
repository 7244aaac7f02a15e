package org.denba.engine.triage;

import java.util.Map;

/**
 * A warning before it is put into words: the door that read the request knows what happened, the
 * engine knows the language.
 *
 * @param code the warning's code; its text is {@code warning.<code>} in the rule texts
 * @param path what it is about, as a path into the request, or null
 * @param values what fills the placeholders of the text
 */
public record Notice(String code, String path, Map<String, Object> values) {
  public Notice {
    values = Map.copyOf(values);
  }
}
