package org.denba.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolDescription.ParameterDescription;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.triage.EngineOptions;
import org.junit.jupiter.api.Test;

/**
 * The page of what needs clinical confirmation lists every point that the reference marks as
 * unsure, with the parameter that holds it and its default; then the other choices that a parameter
 * holds.
 */
class ConfirmationPageTest {

  private static final String PAGE = "rules/NEEDS-CLINICAL-CONFIRMATION.md";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final List<String> COLUMNS =
      List.of("protocol", "point", "what", "used", "parameters");

  /** Sections that are not about one protocol. */
  private static final Map<String, String> SHARED =
      Map.of("conventions", "All protocols", "doses", "Doses", "growth", "Growth tables");

  private static final Map<String, String> UNITS =
      Map.of("Cel", "°C", "d", "days", "mo", "months", "min", "minutes", "{tablet}", "tablets");

  private final TriageEngine engine =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> DAY));
  private final List<CsvTable.Row> points =
      CsvTable.read(ClassPathRuleFiles.builtIn(), "unsure.csv", COLUMNS).rows();
  private final Set<String> named =
      points.stream().flatMap(row -> row.list("parameters").stream()).collect(Collectors.toSet());

  @Test
  void thePageListsEveryPoint() {
    StringBuilder page = new StringBuilder();
    Set<String> sections = new LinkedHashSet<>();
    points.forEach(row -> sections.add(row.get("protocol")));
    engine.protocols("en").forEach(protocol -> sections.add(protocol.id()));
    for (String section : sections) {
      StringBuilder lines = new StringBuilder();
      points.stream()
          .filter(row -> row.get("protocol").equals(section))
          .forEach(
              row ->
                  line(
                      lines,
                      section,
                      row.get("point"),
                      row.get("what"),
                      row.get("used"),
                      row.list("parameters")));
      for (ParameterDescription parameter : unsureWithoutAPoint(section)) {
        line(lines, section, "", parameter.label(), "", List.of(parameter.id()));
      }
      if (!lines.isEmpty()) {
        page.append("### ").append(title(section)).append("\n\n");
        page.append(
            "| point | what is unsure | what is used meanwhile | parameter | default | other values"
                + " |\n");
        page.append("|---|---|---|---|---|---|\n").append(lines).append("\n");
      }
    }
    GeneratedSection.of(PAGE, "points").mustBe(page.toString());
  }

  @Test
  void thePageListsTheOtherChoices() {
    Map<String, List<String>> protocols = new LinkedHashMap<>();
    for (ProtocolDescription protocol : engine.protocols("en")) {
      for (ParameterDescription parameter : protocol.parameters()) {
        if (!otherValues(parameter).isEmpty() && !isUnsure(parameter.id())) {
          String line =
              "| %s | `%s` | %s | %s |"
                  .formatted(
                      choices(parameter.id()).get(0).label(),
                      parameter.id(),
                      value(parameter.defaultValue(), parameter.unit()),
                      otherValues(parameter));
          protocols.computeIfAbsent(line, l -> new ArrayList<>()).add("`" + protocol.id() + "`");
        }
      }
    }
    StringBuilder table =
        new StringBuilder("| choice | parameter | default | other values | in |\n");
    table.append("|---|---|---|---|---|\n");
    protocols.forEach(
        (line, in) -> table.append("%s %s |%n".formatted(line, String.join(", ", in))));
    GeneratedSection.of(PAGE, "choices").mustBe(table.toString());
  }

  @Test
  void everyPointStandsOnceInASectionThatExists() {
    Set<String> sections = new HashSet<>(SHARED.keySet());
    engine.protocols("en").forEach(protocol -> sections.add(protocol.id()));
    Set<String> seen = new HashSet<>();
    assertThat(points)
        .allSatisfy(
            row -> {
              assertThat(sections).as(row.where()).contains(row.get("protocol"));
              assertThat(seen.add(row.get("protocol") + " " + row.get("point")))
                  .as("%s is the only line of its point", row.where())
                  .isTrue();
            });
  }

  @Test
  void everyParameterThatIsNamedExistsAndIsMarkedInEachProtocol() {
    assertThat(points)
        .allSatisfy(
            row ->
                assertThat(row.list("parameters"))
                    .as(row.where())
                    .allSatisfy(
                        id ->
                            assertThat(choices(id))
                                .as(id)
                                .isNotEmpty()
                                .allMatch(ParameterDescription::needsClinicalConfirmation)));
  }

  private void line(
      StringBuilder page,
      String section,
      String point,
      String what,
      String used,
      List<String> parameters) {
    List<String> names = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String id : parameters) {
      ParameterDescription parameter = parameter(section, id);
      String other = otherValues(parameter);
      names.add("`" + id + "`");
      defaults.add(value(parameter.defaultValue(), parameter.unit()));
      others.add(other.isEmpty() ? "none" : other);
    }
    page.append(
        "| %s | %s | %s | %s | %s | %s |%n"
            .formatted(
                point,
                what,
                used,
                String.join("; ", names),
                String.join("; ", defaults),
                String.join("; ", others)));
  }

  private static String otherValues(ParameterDescription parameter) {
    if (!parameter.alternatives().isEmpty() || parameter.range() == null) {
      return parameter.alternatives().stream()
          .map(other -> value(other, parameter.unit()))
          .collect(Collectors.joining(" or "));
    }
    return "%s to %s"
        .formatted(
            number(parameter.range().get(0), parameter.defaultValue()),
            value(number(parameter.range().get(1), parameter.defaultValue()), parameter.unit()));
  }

  /** The bound of a range in the form in which the default is written. */
  private static Object number(double bound, Object defaultValue) {
    if (defaultValue.toString().contains(".")) {
      return bound;
    }
    return Math.round(bound);
  }

  private static String value(Object value, String unit) {
    String text = value + (unit == null ? "" : " " + UNITS.getOrDefault(unit, unit));
    return text.equals("1 days") ? "1 day" : text;
  }

  private ParameterDescription parameter(String section, String id) {
    return engine
        .protocol(section, "en")
        .map(ProtocolDescription::parameters)
        .orElse(List.of())
        .stream()
        .filter(parameter -> parameter.id().equals(id))
        .findFirst()
        .orElseGet(() -> choices(id).get(0));
  }

  /** The parameter as each protocol that has it declares it. */
  private List<ParameterDescription> choices(String id) {
    return engine.protocols("en").stream()
        .flatMap(protocol -> protocol.parameters().stream())
        .filter(parameter -> parameter.id().equals(id))
        .toList();
  }

  private boolean isUnsure(String id) {
    return named.contains(id)
        || choices(id).stream().anyMatch(ParameterDescription::needsClinicalConfirmation);
  }

  private List<ParameterDescription> unsureWithoutAPoint(String section) {
    return engine
        .protocol(section, "en")
        .map(ProtocolDescription::parameters)
        .orElse(List.of())
        .stream()
        .filter(
            parameter -> parameter.needsClinicalConfirmation() && !named.contains(parameter.id()))
        .toList();
  }

  private String title(String section) {
    return engine
        .protocol(section, "en")
        .map(protocol -> protocol.title() + " (`" + section + "`)")
        .orElseGet(() -> SHARED.getOrDefault(section, section));
  }
}
