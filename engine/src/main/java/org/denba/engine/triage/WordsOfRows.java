package org.denba.engine.triage;

import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.approval.RowTexts;
import org.denba.engine.text.Texts;

/** The texts of a protocol or of the dose tables, for the digests of its rows. */
record WordsOfRows(Texts texts) implements RowTexts {

  @Override
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    texts.keys().values().forEach(keys::addAll);
    return keys;
  }

  @Override
  public String inEveryLanguage(String key) {
    StringBuilder all = new StringBuilder();
    for (String language : texts.languages()) {
      if (texts.has(language, key)) {
        all.append(' ')
            .append(language)
            .append(": ")
            .append(texts.get(language, key, name -> "{" + name + "}"));
      }
    }
    return all.toString();
  }
}
