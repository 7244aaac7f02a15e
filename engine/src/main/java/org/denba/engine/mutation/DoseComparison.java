package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dosing.Course;
import org.denba.engine.dosing.Dose;
import org.denba.engine.dosing.DoseAnswer;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.triage.RuleVariants;

/**
 * Looks for a patient to whom a changed dose table gives something else. Tried are every hundredth
 * of a kilogram up to above the highest edge, both sides of every edge of age, and every choice of
 * the parameters that the table reads: between two edges of age nothing can differ.
 */
final class DoseComparison {

  /** Why a change of a dose table is said to change nothing. */
  static final String METHOD =
      "tried: at every weight (each 0.01 kg), age (both sides of each edge) and parameter the same"
          + " is given";

  private static final String NUMBER = "\\d+(\\.\\d+)?";
  private static final int HUNDREDTHS = 100;
  private static final int MOST_SETTINGS = 64;

  private final TriageEngine engine;
  private final RuleVariants variants;
  private final Map<String, String> defaults;

  DoseComparison(TriageEngine engine, Map<String, String> defaults) {
    this.engine = engine;
    this.variants = engine.variants();
    this.defaults = defaults;
  }

  /** The dose case that would notice; empty where nobody is given anything else. */
  Optional<String> find(String treatment, String text, DoseBook changed) {
    DoseBook doses = variants.doses();
    String path = RuleMutants.DOSES + "/" + treatment + ".csv";
    Sheet was = Sheet.read(path, engine.files().read(path));
    Sheet is = Sheet.read(path, text);
    for (Map<String, String> setting : settings(treatment, doses, changed)) {
      for (double months : ages(was, is)) {
        for (double weight : weights(was, is)) {
          PatientForDose patient = new PatientForDose(weight, months, setting);
          DoseAnswer before = doses.dose(treatment, patient, Course.AS_IN_TABLE);
          DoseAnswer after = changed.dose(treatment, patient, Course.AS_IN_TABLE);
          if (!before.equals(after) && !given(before).equals(given(after))) {
            return Optional.of(DoseCaseText.of(treatment, patient, own(setting), before, after));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What is given, without the words that tell how it was found. */
  private static List<String> given(DoseAnswer answer) {
    List<String> given = new ArrayList<>();
    for (Dose dose : answer.doses()) {
      given.add(
          Arrays.asList(
                  dose.medication(),
                  dose.amount(),
                  dose.amountMin(),
                  dose.amountMax(),
                  dose.unit(),
                  dose.volume(),
                  dose.form(),
                  dose.timesPerDay(),
                  dose.everyHours(),
                  dose.doses(),
                  dose.days(),
                  dose.route(),
                  dose.note())
              .toString());
      dose.steps().forEach(step -> given.add(step.amount() + " " + step.minutes() + step.text()));
    }
    given.add(answer.missing() + " " + answer.blocked() + answer.notes());
    return given;
  }

  private Map<String, String> own(Map<String, String> setting) {
    Map<String, String> own = new LinkedHashMap<>();
    setting.forEach(
        (id, value) -> {
          if (!value.equals(defaults.get(id))) {
            own.put(id, value);
          }
        });
    return own;
  }

  private List<Map<String, String>> settings(String treatment, DoseBook was, DoseBook is) {
    Set<String> read = new TreeSet<>(was.parametersUsed(treatment));
    read.addAll(is.parametersUsed(treatment));
    List<Map<String, String>> settings = new ArrayList<>();
    settings.add(new HashMap<>(defaults));
    for (String id : read) {
      List<Map<String, String>> more = new ArrayList<>(settings);
      for (String value : others(id)) {
        for (Map<String, String> each : settings) {
          Map<String, String> other = new HashMap<>(each);
          other.put(id, value);
          more.add(other);
        }
      }
      settings = more.size() > MOST_SETTINGS ? settings : more;
    }
    return settings;
  }

  private Set<String> others(String id) {
    Set<String> others = new LinkedHashSet<>();
    engine.rules().stream()
        .flatMap(protocol -> protocol.parameter(id).stream())
        .forEach(
            (Parameter parameter) -> {
              parameter.alternatives().forEach(value -> others.add(ParameterValues.text(value)));
              others.add(ParameterValues.text(parameter.defaultValue()));
            });
    others.remove(defaults.get(id));
    return others;
  }

  /** Months of age; NaN where it is not known. */
  private static Set<Double> ages(Sheet... sheets) {
    Set<Double> ages = new TreeSet<>();
    for (Sheet sheet : sheets) {
      edges(sheet, "age mo").forEach(edge -> around(edge, 1, ages));
      edges(sheet, "age d").forEach(edge -> around(edge, PatientForDose.DAYS_A_MONTH, ages));
    }
    ages.add(Double.NaN);
    return ages;
  }

  private static void around(double edge, double inAMonth, Set<Double> ages) {
    for (double each : List.of(edge - 1, edge, edge + 1)) {
      if (each >= 0) {
        ages.add(each / inAMonth);
      }
    }
  }

  /** Kilograms; NaN where the weight is not known. */
  private static List<Double> weights(Sheet... sheets) {
    Set<Double> edges = new TreeSet<>();
    for (Sheet sheet : sheets) {
      edges.addAll(edges(sheet, "weight kg"));
    }
    double most = edges.stream().mapToDouble(Double::doubleValue).max().orElse(10) + 1;
    List<Double> weights = new ArrayList<>();
    weights.add(Double.NaN);
    edges.forEach(edge -> weights.add(Math.max(0.01, edge)));
    for (int each = 1; each <= most * HUNDREDTHS; each++) {
      weights.add(each / (double) HUNDREDTHS);
    }
    return weights;
  }

  private static List<Double> edges(Sheet sheet, String basis) {
    List<Double> edges = new ArrayList<>();
    for (int row = 1; row < sheet.rows(); row++) {
      for (String name : List.of("from", "to")) {
        int column = sheet.column(name);
        if (column >= 0
            && sheet.cell(row, sheet.column("basis")).equals(basis)
            && sheet.cell(row, column).matches(NUMBER)) {
          edges.add(Double.valueOf(sheet.cell(row, column)));
        }
      }
    }
    return edges;
  }

  static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
