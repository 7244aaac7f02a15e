package org.denba.engine.approval;

import java.util.Set;

/** The words that rows show, in every language. */
public interface RowTexts {

  /** The keys of all texts. */
  Set<String> keys();

  /** What the text says in each language, with its placeholders as they stand in the file. */
  String inEveryLanguage(String key);
}
