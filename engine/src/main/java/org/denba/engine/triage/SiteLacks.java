package org.denba.engine.triage;

import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;

/**
 * What a site cannot measure is declared, never guessed: an element listed in {@code site.lacks}
 * reads as not done for want of a device where nothing was said of it, and the answer says so. An
 * entry is an element id, or {@code element when other}: only once the other was answered.
 */
final class SiteLacks {

  private static final String PARAMETER = "site.lacks";
  private static final String NO_DEVICE = "no-device";

  private SiteLacks() {}

  static void apply(DataDictionary dictionary, Encounter encounter) {
    ParameterValues parameters = encounter.assessment().parameters();
    if (!parameters.has(PARAMETER) || parameters.text(PARAMETER).isBlank()) {
      return;
    }
    for (String entry : parameters.text(PARAMETER).split("[|,]")) {
      String[] words = entry.strip().split("\\s+when\\s+");
      dictionary
          .element(words[0])
          .filter(element -> encounter.finding(element.index()) == null)
          .filter(element -> !encounter.isRefused(element.index()))
          .filter(element -> words.length == 1 || answered(dictionary, encounter, words[1]))
          .ifPresent(
              element -> {
                encounter.found(element.index(), new Finding.NotDone(NO_DEVICE));
                encounter.notice(
                    new Notice(
                        "not-measured-here",
                        "findings." + element.id(),
                        Map.of("element", element)));
              });
    }
  }

  private static boolean answered(DataDictionary dictionary, Encounter encounter, String other) {
    return dictionary
        .element(other)
        .map(element -> encounter.finding(element.index()))
        .filter(finding -> !(finding instanceof Finding.NotDone))
        .isPresent();
  }
}
