package org.denba.fhir.activation;

import java.util.List;
import java.util.Map;
import org.denba.engine.approval.Sha256;
import org.denba.engine.impact.ImpactReport;
import org.denba.fhir.impact.ImpactSource;
import org.denba.fhir.impact.ImpactText;

/**
 * What becomes of patients when one set of rules takes the place of another.
 *
 * @param report what changes, most dangerous first
 * @param translated the same in the other languages of the rules, by language
 * @param source what was compared, for the page and the text of the report
 * @param digest what a person accepts: the same change between the same rules has the same digest
 */
public record ImpactOfChange(
    ImpactReport report, Map<String, ImpactReport> translated, ImpactSource source, String digest) {

  private static final String LANGUAGE = "en";

  /**
   * @param rules the digests of the rules before and after
   */
  static ImpactOfChange of(
      ImpactReport report,
      Map<String, ImpactReport> translated,
      ImpactSource source,
      String rules) {
    String text =
        new ImpactText(LANGUAGE).of(report, new ImpactSource("", "", true, source.seed()));
    return new ImpactOfChange(
        report, Map.copyOf(translated), source, Sha256.of(rules + "\n" + text));
  }

  /** The report in a language; in English where the rules do not have it. */
  public ImpactReport report(String language) {
    return translated.getOrDefault(language, report);
  }

  /** Whether a patient may come to harm by it: then a person has to accept it. */
  public boolean dangerous() {
    return report.isDangerous();
  }

  /** The report as text for people, line by line. */
  List<String> lines() {
    return new ImpactText(LANGUAGE).of(report, source).lines().filter(l -> !l.isBlank()).toList();
  }

  /** One sentence. */
  String summary() {
    if (report.isNothing()) {
      return "nothing changes for any patient";
    }
    var count = report.count();
    return "of "
        + count.patients()
        + " invented patients "
        + count.dangerous()
        + " could come to harm ("
        + count.lessUrgent()
        + " are less urgent), and "
        + count.changed()
        + " get another answer; "
        + report.cases().size()
        + " cases are answered otherwise";
  }
}
