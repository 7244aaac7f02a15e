package org.denba.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
 * unsure, with the parameter that holds it and its default.
 */
class ConfirmationPageTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final List<String> COLUMNS =
      List.of("protocol", "point", "what", "used", "parameters");

  private final TriageEngine engine =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> DAY));
  private final List<CsvTable.Row> points =
      CsvTable.read(ClassPathRuleFiles.builtIn(), "unsure.csv", COLUMNS).rows();

  @Test
  void thePageListsEveryPoint() {
    StringBuilder page = new StringBuilder();
    Set<String> sections = new LinkedHashSet<>();
    points.forEach(row -> sections.add(row.get("protocol")));
    engine.protocols("en").forEach(protocol -> sections.add(protocol.id()));
    for (String section : sections) {
      page.append("### ").append(title(section)).append("\n\n");
      page.append(
          "| point | what is unsure | what is used meanwhile | parameter | default | other values |\n");
      page.append("|---|---|---|---|---|---|\n");
      points.stream()
          .filter(row -> row.get("protocol").equals(section))
          .forEach(
              row ->
                  line(
                      page,
                      section,
                      row.get("point"),
                      row.get("what"),
                      row.get("used"),
                      row.list("parameters")));
      for (ParameterDescription parameter : unsureWithoutAPoint(section)) {
        line(page, section, "", parameter.label(), "", List.of(parameter.id()));
      }
      page.append("\n");
    }
    GeneratedSection.of("rules/NEEDS-CLINICAL-CONFIRMATION.md", "points").mustBe(page.toString());
  }

  @Test
  void everyParameterThatIsNamedExists() {
    Set<String> known =
        engine.protocols("en").stream()
            .flatMap(protocol -> protocol.parameters().stream())
            .map(ParameterDescription::id)
            .collect(Collectors.toSet());
    assertThat(points)
        .allSatisfy(row -> assertThat(known).as(row.where()).containsAll(row.list("parameters")));
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
      names.add("`" + id + "`");
      defaults.add(value(parameter.defaultValue(), parameter.unit()));
      others.add(
          parameter.alternatives().stream()
              .map(other -> value(other, parameter.unit()))
              .collect(Collectors.joining(" or ")));
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

  private static String value(Object value, String unit) {
    return value + (unit == null || unit.isEmpty() ? "" : " " + unit);
  }

  private ParameterDescription parameter(String section, String id) {
    return engine.protocols("en").stream()
        .sorted((a, b) -> Boolean.compare(b.id().equals(section), a.id().equals(section)))
        .flatMap(protocol -> protocol.parameters().stream())
        .filter(parameter -> parameter.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<ParameterDescription> unsureWithoutAPoint(String section) {
    Set<String> named =
        points.stream().flatMap(row -> row.list("parameters").stream()).collect(Collectors.toSet());
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
        .orElse(section);
  }
}
