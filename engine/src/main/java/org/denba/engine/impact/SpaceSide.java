package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;

/**
 * One of the two versions of a protocol.
 *
 * @param number 0 for the old one, 1 for the new one
 */
record SpaceSide(int number, Protocol protocol, List<DataElement> elements) {

  private static final String NONE = "none";
  private static final String YES = "yes";

  /** What comes out of a combination of inputs. */
  record Result(String text, Urgency urgency, Urgency couldBe) {

    boolean isLessUrgentThan(Result other) {
      return urgency.compareTo(other.urgency) < 0 && other.urgency != Urgency.HOME_CARE
          || couldBe.compareTo(other.couldBe) < 0;
    }
  }

  ParameterValues parameters() {
    return protocol.defaults();
  }

  Assessment assessment(String setting, String earlier) {
    Contact contact =
        new Contact(setting, !earlier.isEmpty(), earlier.isEmpty() ? Set.of() : Set.of(earlier));
    return new Assessment(protocol.slots(), elements.size(), parameters(), contact);
  }

  /** The sub-charts by chart and name. */
  Map<String, Chart.SubChart> subCharts() {
    Map<String, Chart.SubChart> byName = new LinkedHashMap<>();
    protocol.subCharts().forEach(sub -> byName.put(sub.id(), sub));
    return byName;
  }

  /** The derived signs by id, each with its rules. */
  Map<String, List<Alternative>> derived() {
    Map<String, List<Alternative>> byId = new LinkedHashMap<>();
    for (DataElement element : elements) {
      List<Alternative> rules = protocol.alternativesOf(element.index());
      if (!rules.isEmpty()) {
        byId.put(element.id(), rules);
      }
    }
    return byId;
  }

  /** Everything of a sub-chart that decides; equal texts decide alike. */
  String said(Chart.SubChart sub) {
    StringBuilder said = new StringBuilder();
    for (Row row : sub.rows()) {
      said.append(row.id()).append(' ').append(row.colour()).append('\n');
      for (Row.Line line : row.lines()) {
        said.append(line.urgency())
            .append(line.flag())
            .append(said(line.alternative()))
            .append('\n');
      }
    }
    return said.toString();
  }

  String said(List<Alternative> rules) {
    return String.join("\n", rules.stream().map(this::said).toList());
  }

  private String said(Alternative rule) {
    List<String> parts = new ArrayList<>();
    for (Condition condition : rule.conditions()) {
      parts.add(condition.text());
    }
    return rule.code() + withValues(String.join(" and ", parts));
  }

  /** A parameter's value decides too. */
  private String withValues(String text) {
    StringBuilder values = new StringBuilder(text);
    for (int i = 0; i < parameters().size(); i++) {
      if (text.contains(parameters().id(i))) {
        values.append(" | ").append(parameters().id(i)).append('=').append(parameters().text(i));
      }
    }
    return values.toString();
  }

  /** The row that wins, as the engine resolves a sub-chart; none where there is no sub-chart. */
  Result winner(Optional<Chart.SubChart> sub, Assessment assessment) {
    Urgency open = Urgency.UNDETERMINED;
    boolean anyOpen = false;
    for (Row row : sub.map(Chart.SubChart::rows).orElse(List.of())) {
      Urgency certain = urgency(row, assessment, false);
      Urgency possible = urgency(row, assessment, true);
      if (certain != null && !(row.isGreen() && anyOpen)) {
        String text = row.id() + " " + row.colour().code() + " " + certain.code();
        Urgency couldBe =
            Urgency.max(open, possible == null ? certain : Urgency.max(certain, possible));
        String more = couldBe == certain ? "" : " (could be " + couldBe.code() + ")";
        return new Result(text + more, certain, couldBe);
      }
      if (possible != null) {
        open = Urgency.max(open, possible);
        anyOpen = true;
      }
      if (certain != null) {
        break;
      }
    }
    return anyOpen
        ? new Result("open (could be " + open.code() + ")", Urgency.UNDETERMINED, open)
        : new Result(NONE, Urgency.UNDETERMINED, Urgency.UNDETERMINED);
  }

  /** The highest urgency of the lines that hold; null where none does. */
  private static Urgency urgency(Row row, Assessment assessment, boolean possible) {
    Urgency highest = null;
    for (Row.Line line : row.lines()) {
      if (line.alternative().test(assessment, possible)) {
        highest = highest == null ? line.urgency() : Urgency.max(highest, line.urgency());
      }
    }
    return highest;
  }

  /** What a derived sign is; of a derived code, which one. */
  Result derived(DataElement element, List<Alternative> rules, Assessment assessment) {
    Set<String> certain = new TreeSet<>();
    Set<String> possible = new TreeSet<>();
    for (Alternative rule : rules) {
      String value = rule.code() < 0 ? YES : element.codes().get(rule.code());
      if (rule.test(assessment, false)) {
        certain.add(value);
      }
      if (rule.test(assessment, true)) {
        possible.add(value);
      }
    }
    String text =
        !certain.isEmpty() ? String.join(" ", certain) : possible.isEmpty() ? "no" : "unknown";
    return new Result(text, Urgency.UNDETERMINED, Urgency.UNDETERMINED);
  }
}
