package org.denba.engine.triage;

import java.util.HashMap;
import java.util.Map;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.text.Texts;

/** Puts notices into words in the answer's language: a data element becomes its label. */
record Wording(Texts texts, String language) {

  Warning warning(Notice notice) {
    Map<String, Object> values = new HashMap<>();
    notice
        .values()
        .forEach(
            (name, value) ->
                values.put(name, value instanceof DataElement e ? e.label(language) : value));
    String key = "warning." + notice.code();
    // a door may know a code that these rules have no words for: the code itself is better than no
    // answer
    String message = texts.has(language, key) ? texts.get(language, key, values) : notice.code();
    return new Warning(notice.code(), notice.path(), message);
  }
}
