package org.denba.fhir.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.assessment.Finding;

/**
 * Of many different measurements or dates of one element, the lowest and the highest: a chart calls
 * a value severe because it is too low or too high, never because it lies in the middle. Answers
 * and codes are few and all stay.
 */
final class Extremes {

  private Extremes() {}

  static List<Finding> of(List<Finding> findings) {
    Set<Finding> kept = new LinkedHashSet<>();
    List<Finding.Quantity> quantities = new ArrayList<>();
    List<Finding.Day> days = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Quantity quantity) {
        quantities.add(quantity);
      } else if (finding instanceof Finding.Day day) {
        days.add(day);
      } else {
        kept.add(finding);
      }
    }
    if (!quantities.isEmpty()) {
      Comparator<Finding.Quantity> low = Comparator.comparingDouble(q -> q.value().low());
      Comparator<Finding.Quantity> high = Comparator.comparingDouble(q -> q.value().high());
      kept.add(quantities.stream().min(low.thenComparing(high)).orElseThrow());
      kept.add(quantities.stream().max(high.thenComparing(low)).orElseThrow());
    }
    if (!days.isEmpty()) {
      Comparator<Finding.Day> order = Comparator.comparing(Finding.Day::date, LocalDate::compareTo);
      kept.add(days.stream().min(order).orElseThrow());
      kept.add(days.stream().max(order).orElseThrow());
    }
    return List.copyOf(kept);
  }
}
