package org.denba.engine.triage;

import java.util.HashMap;
import java.util.Map;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.text.Texts;

/** Puts notices into words in the answer's language: a data element becomes its label. */
record Wording(Texts texts, String language) {

  Warning warning(Notice notice) {
    Map<String, Object> values = new HashMap<>();
    notice.values().forEach((name, value) -> values.put(name, value instanceof DataElement e ? e.label(language) : value));
    return new Warning(notice.code(), notice.path(), texts.get(language, "warning." + notice.code(), values));
  }
}
