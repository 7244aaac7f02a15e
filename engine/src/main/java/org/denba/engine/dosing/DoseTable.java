package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.dosing.Selection.Chosen;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;

/** The dose table of one treatment: one or more medicines. */
final class DoseTable {

  private final List<DoseRow> rows;
  private final List<MedicationTable> medications;
  private final Set<String> parameters = new TreeSet<>();
  private final boolean usesWeight;
  private final Texts texts;
  private final DoseWriter writer;

  private DoseTable(
      List<DoseRow> rows, List<MedicationTable> medications, Texts texts, DoseWriter writer) {
    this.rows = rows;
    this.medications = medications;
    this.texts = texts;
    this.writer = writer;
    for (DoseRow row : rows) {
      parameters.addAll(row.parameters());
      parameters.addAll(DoseTexts.parameters(texts, row));
    }
    this.usesWeight =
        rows.stream()
            .anyMatch(row -> !row.isStop() && (row.perKg() || row.band().basis() == Basis.WEIGHT));
  }

  static DoseTable load(RuleFiles files, String treatmentId, Texts texts, DoseWriter writer) {
    String file = DoseTexts.FOLDER + "/" + treatmentId + ".csv";
    ProblemList problems = new ProblemList();
    CsvTable csv = CsvTable.parse(file, files.read(file), problems);
    DoseColumns.check(csv);
    List<DoseRow> rows = new ArrayList<>();
    Map<String, List<DoseRow>> byMedication = new LinkedHashMap<>();
    for (CsvTable.Row line : csv.rows()) {
      problems.collect(
          () -> {
            DoseRow row = DoseRowReader.read(line);
            rows.add(row);
            byMedication.computeIfAbsent(row.medication(), id -> new ArrayList<>()).add(row);
            DoseTexts.check(texts, row);
          });
    }
    // a row that cannot be read leaves a hole that is none
    problems.throwIfAny(file);
    List<MedicationTable> medications = new ArrayList<>();
    byMedication.forEach(
        (id, ofOne) ->
            problems.collect(
                () -> {
                  BandCheck.check(ofOne);
                  medications.add(new MedicationTable(ofOne));
                }));
    problems.throwIfAny(file);
    if (rows.stream().allMatch(DoseRow::isStop)) {
      throw new RuleFileException(
          file, "has no row that gives a dose: add one, or remove the file");
    }
    return new DoseTable(List.copyOf(rows), List.copyOf(medications), texts, writer);
  }

  List<DoseRow> rows() {
    return rows;
  }

  Set<String> parametersUsed() {
    return Set.copyOf(parameters);
  }

  boolean usesWeight() {
    return usesWeight;
  }

  DoseAnswer dose(DoseContext context, Course course) {
    OptionalDouble weight = context.weightKg();
    if (weight.isPresent() && !(weight.getAsDouble() > 0)) {
      throw new IllegalArgumentException("not a weight: " + weight.getAsDouble() + " kg");
    }
    List<Dose> doses = new ArrayList<>(2);
    Set<String> missing = new LinkedHashSet<>(2);
    Set<String> notes = new LinkedHashSet<>(4);
    String reason = null;
    boolean inUse = false;
    for (MedicationTable medication : medications) {
      if (!medication.inUse(context)) {
        continue;
      }
      inUse = true;
      Selection selection = medication.select(context);
      List<Chosen> chosen = selection.rows();
      if (!chosen.isEmpty()) {
        doses.add(writer.write(chosen, context, course));
      }
      if (selection.stop() != null && reason == null) {
        reason = writer.reason(selection.stop(), context);
      } else if (selection.stop() == null) {
        missing.addAll(selection.missing());
        addNotes(selection, context, notes);
      }
    }
    if (!inUse) {
      reason = texts.get(context.language(), DoseTexts.NO_TABLE, name -> choice(context));
    }
    return new DoseAnswer(doses, List.copyOf(missing), List.copyOf(notes), reason != null, reason);
  }

  private void addNotes(Selection selection, DoseContext context, Set<String> notes) {
    String language = context.language();
    if (selection.weightOutside()) {
      double weight = context.weightKg().getAsDouble();
      notes.add(texts.get(language, DoseTexts.WEIGHT_OUTSIDE, name -> weight));
    }
    if (selection.ageOutside()) {
      notes.add(texts.get(language, DoseTexts.AGE_OUTSIDE));
    }
    if (selection.weightWouldHelp()) {
      notes.add(texts.get(language, DoseTexts.WEIGH));
    }
    if (context.oedema() && BasisText.usesWeight(selection.rows())) {
      notes.add(texts.get(language, DoseTexts.OEDEMA));
    }
  }

  /** The parameter values for which no row gives anything. */
  private String choice(DoseContext context) {
    Set<String> parts = new LinkedHashSet<>();
    for (DoseRow row : rows) {
      for (Condition condition : row.when()) {
        String id = condition.parameter();
        parts.add(id + " = " + Operand.parameterText(context, id));
      }
    }
    return String.join(", ", parts);
  }
}
