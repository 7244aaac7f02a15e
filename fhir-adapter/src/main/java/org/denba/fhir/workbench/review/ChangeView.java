package org.denba.fhir.workbench.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.denba.fhir.activation.ActivationView;
import org.denba.fhir.activation.ProposedChange;

/**
 * A change as pages show it.
 *
 * @param change the change
 * @param proposed when it was proposed, as people write it
 * @param decided when it was decided, or empty
 */
public record ChangeView(ProposedChange change, String proposed, String decided) {

  /** What each step said. */
  public List<ActivationView.Step> steps() {
    return change.steps().stream().map(ActivationView.Step::of).toList();
  }

  static ChangeView of(ProposedChange change, ZoneId zone, Locale locale) {
    return new ChangeView(
        change,
        time(change.time(), zone, locale),
        change.decision() == null ? "" : time(change.decision().time(), zone, locale));
  }

  private static String time(Instant time, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(time.atZone(zone));
  }
}
