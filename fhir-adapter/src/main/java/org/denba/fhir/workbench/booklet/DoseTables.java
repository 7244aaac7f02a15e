package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;

/**
 * The dose tables as a person reads them: the lines of the rule files, in words. For looking up;
 * what one child gets is worked out by the engine.
 */
final class DoseTables {

  private static final String FOLDER = "doses";
  private static final String SEPARATOR = " · ";
  private static final String OPEN = "…";

  private final RuleFiles files;
  private final Texts texts;

  DoseTables(TriageEngine engine) {
    this.files = engine.overlaid(engine.files());
    this.texts = Texts.load(files, Set.copyOf(engine.languages()), FOLDER);
  }

  /** Whether a treatment has a dose table. */
  boolean has(String treatment) {
    return files.find(path(treatment)).isPresent();
  }

  /** The tables of the treatments that a protocol asks for, in the order of its actions. */
  List<DoseTableView> of(ProtocolWords words) {
    Set<String> treatments =
        words.protocol().actions().stream()
            .map(ActionRule::action)
            .filter(this::has)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return treatments.stream().map(id -> table(id, words)).toList();
  }

  private DoseTableView table(String treatment, ProtocolWords words) {
    CsvTable csv = CsvTable.parse(path(treatment), files.read(path(treatment)));
    Map<String, List<DoseTableView.Line>> medicines = new LinkedHashMap<>();
    for (CsvTable.Row row : csv.rows()) {
      medicines
          .computeIfAbsent(
              text(words, "medication." + row.get("medication"), row), key -> new ArrayList<>())
          .add(line(row, words));
    }
    return new DoseTableView(
        treatment,
        words.text("recommendation." + treatment),
        medicines.entrySet().stream()
            .map(each -> new DoseTableView.Medicine(each.getKey(), List.copyOf(each.getValue())))
            .toList());
  }

  private DoseTableView.Line line(CsvTable.Row row, ProtocolWords words) {
    List<DoseTableView.Choice> when =
        row.list("when").stream().map(each -> choice(each, words)).toList();
    return new DoseTableView.Line(
        band(row, words),
        amount(row, words),
        form(row, words),
        schedule(row, words),
        row.has("route") ? text(words, "route." + row.get("route"), row) : "",
        notes(row, words),
        when,
        when.stream().anyMatch(each -> !each.active()),
        row.get("source"));
  }

  private DoseTableView.Choice choice(String cell, ProtocolWords words) {
    String[] sides = cell.split("=", 2);
    String parameter = sides[0].strip();
    String value = sides[1].strip();
    return new DoseTableView.Choice(
        parameter,
        words.parameter(parameter),
        words.parameterValue(parameter, value, ""),
        words.active(parameter).equals(value));
  }

  private static String band(CsvTable.Row row, ProtocolWords words) {
    String basis = row.get("basis");
    if (!row.has("from")) {
      return words.message("dose.any");
    }
    String unit = words.unit(basis.substring(basis.indexOf(' ') + 1));
    String what = words.message("dose.basis." + basis.substring(0, basis.indexOf(' ')));
    String from = number(row.get("from"), words);
    return row.has("to")
        ? words.message("dose.band", what, from, number(row.get("to"), words), unit)
        : words.message("dose.band-from", what, from, unit);
  }

  private String amount(CsvTable.Row row, ProtocolWords words) {
    if (!row.has("amount")) {
      return "";
    }
    String low = number(row.get("amount"), words);
    String amount =
        row.has("amount_max") ? low + " – " + number(row.get("amount_max"), words) : low;
    String[] unit = row.get("unit").split("/(?=kg$)");
    String of = "unit." + unit[0];
    String named = texts.has(words.language(), of) ? texts.get(words.language(), of) : unit[0];
    String cap =
        row.has("cap") ? words.message("dose.cap", number(row.get("cap"), words), named) : "";
    return (amount + " " + named + (unit.length > 1 ? "/kg" : "") + " " + cap).strip();
  }

  private String form(CsvTable.Row row, ProtocolWords words) {
    if (!row.has("form")) {
      return "";
    }
    if (row.has("step")) {
      return step(row, words);
    }
    String key = "form." + row.get("form");
    if (!row.has("count")) {
      return text(words, key, row);
    }
    double oneBelow = Double.parseDouble(texts.get(words.language(), "count.one-below"));
    boolean one = Double.parseDouble(row.get("count")) < oneBelow;
    return text(words, key + (one ? ".one" : ".many"), row);
  }

  /** One step of several; what goes by the patient's weight is left open. */
  private String step(CsvTable.Row row, ProtocolWords words) {
    boolean perKg = row.get("unit").contains("/kg");
    return text(
        words,
        "step." + row.get("form"),
        name ->
            switch (name) {
              case "amount" -> perKg ? OPEN : cell(row, "amount", words);
              case "amountMax" -> perKg ? OPEN : cell(row, "amount_max", words);
              case "perKg" -> cell(row, "amount", words);
              case "perKgMax" -> cell(row, "amount_max", words);
              case "duration" ->
                  row.has("minutes")
                      ? words.quantity(Double.parseDouble(row.get("minutes")), "min")
                      : OPEN;
              default -> name.contains(".") ? words.active(name) : cell(row, name, words);
            });
  }

  private static String cell(CsvTable.Row row, String column, ProtocolWords words) {
    return row.has(column) ? number(row.get(column), words) : OPEN;
  }

  private static String schedule(CsvTable.Row row, ProtocolWords words) {
    List<String> parts = new ArrayList<>();
    for (String column : List.of("times_per_day", "every_hours", "doses", "days", "minutes")) {
      if (row.has(column)) {
        parts.add(words.message("dose." + column, count(row.get(column), words)));
      }
    }
    return String.join(SEPARATOR, parts);
  }

  private List<String> notes(CsvTable.Row row, ProtocolWords words) {
    List<String> notes = new ArrayList<>();
    for (String column : List.of("note", "course_note")) {
      row.list(column).forEach(note -> notes.add(text(words, "note." + note, row)));
    }
    return List.copyOf(notes);
  }

  /** A number of the file as the language writes it, or the value of the parameter there. */
  private static String number(String cell, ProtocolWords words) {
    return words.quantity(count(cell, words), "");
  }

  private static double count(String cell, ProtocolWords words) {
    return Double.parseDouble(
        cell.startsWith("{") ? words.active(cell.substring(1, cell.length() - 1)) : cell);
  }

  /** A text of the folder; what goes by the child's weight is left open. */
  private String text(ProtocolWords words, String key, CsvTable.Row row) {
    return text(
        words,
        key,
        name -> {
          if (name.contains(".")) {
            return words.active(name);
          }
          String cell = row.get(name.equals("amountMax") ? "amount_max" : name);
          return cell.isEmpty() ? OPEN : name.equals("unit") ? cell : number(cell, words);
        });
  }

  private String text(ProtocolWords words, String key, UnaryOperator<String> values) {
    return texts.has(words.language(), key)
        ? texts.get(words.language(), key, values::apply)
        : key.substring(key.indexOf('.') + 1);
  }

  private static String path(String treatment) {
    return FOLDER + "/" + treatment + ".csv";
  }
}
