package org.denba.engine.dosing;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;

/**
 * The dose tables ({@code doses/<treatment>.csv}), read and checked once, then asked for one child
 * at a time. It holds no clinical fact: bands, amounts, caps, strengths and words are all in the
 * rule files. Immutable and safe to share between threads.
 */
public final class DoseBook {

  private final Map<String, DoseTable> tables;
  private final WeightForAge weightForAge;
  private final Texts texts;

  private DoseBook(Map<String, DoseTable> tables, WeightForAge weightForAge, Texts texts) {
    this.tables = Collections.unmodifiableMap(tables);
    this.weightForAge = weightForAge;
    this.texts = texts;
  }

  /**
   * Reads the tables of these treatments.
   *
   * @param treatmentIds treatments that have a dose table; one without a file is an error
   * @param texts texts that include the folder {@code doses}
   * @throws RuleFileException when a table or a text is missing or wrong; the message names file,
   *     row and column
   */
  public static DoseBook load(RuleFiles files, Collection<String> treatmentIds, Texts texts) {
    ProblemList problems = new ProblemList();
    problems.collect(() -> DoseTexts.check(texts));
    DoseWriter writer = new DoseWriter(texts);
    Map<String, DoseTable> tables = new LinkedHashMap<>();
    for (String id : treatmentIds) {
      problems.collect(() -> tables.put(id, DoseTable.load(files, id, texts, writer)));
    }
    WeightForAge weights = problems.collect(() -> WeightForAge.load(files), null);
    problems.throwIfAny(DoseTexts.FOLDER);
    return new DoseBook(tables, weights, texts);
  }

  /** The same with the texts of the folder {@code doses} alone. */
  public static DoseBook load(
      RuleFiles files, Collection<String> treatmentIds, Collection<String> languages) {
    return load(files, treatmentIds, Texts.load(files, languages, DoseTexts.FOLDER));
  }

  /**
   * The same with one table read anew.
   *
   * @throws RuleFileException when the table is missing or wrong
   */
  public DoseBook with(RuleFiles files, String treatmentId) {
    Map<String, DoseTable> changed = new LinkedHashMap<>(tables);
    changed.put(treatmentId, DoseTable.load(files, treatmentId, texts, new DoseWriter(texts)));
    return new DoseBook(changed, weightForAge, texts);
  }

  /** Whether the treatment has a dose table here. */
  public boolean has(String treatmentId) {
    return tables.containsKey(treatmentId);
  }

  /** The treatments that have a table, in the order in which they were asked for. */
  public Set<String> treatments() {
    return tables.keySet();
  }

  /**
   * The dose for one child.
   *
   * @throws IllegalArgumentException when there is no such table, or a parameter that it names has
   *     no value
   */
  public DoseAnswer dose(String treatmentId, DoseContext context, Course course) {
    return table(treatmentId).dose(context, course);
  }

  /** The parameters that the table or its texts name: the protocol must declare all of them. */
  public Set<String> parametersUsed(String treatmentId) {
    return table(treatmentId).parametersUsed();
  }

  /**
   * Tells when weight and age do not fit (more than one band apart in {@code
   * doses/weight-for-age.csv}), for a treatment whose dose goes by weight. The dose stands; the
   * worker should weigh again and check the age.
   */
  public Optional<Mismatch> mismatch(String treatmentId, DoseContext context) {
    if (!table(treatmentId).usesWeight()
        || context.weightKg().isEmpty()
        || context.ageMonths().isEmpty()) {
      return Optional.empty();
    }
    double weight = context.weightKg().getAsDouble();
    Interval age = context.ageMonths().get();
    if (weightForAge.bandsApart(weight, age) <= 1) {
      return Optional.empty();
    }
    String text =
        texts.get(
            context.language(), DoseTexts.MISMATCH, Map.of("weight", weight, "age", age.low()));
    return Optional.of(new Mismatch(weight, age, text));
  }

  List<DoseRow> rows(String treatmentId) {
    return table(treatmentId).rows();
  }

  private DoseTable table(String treatmentId) {
    DoseTable table = tables.get(treatmentId);
    if (table == null) {
      throw new IllegalArgumentException("no dose table for " + treatmentId + ": ask has() first");
    }
    return table;
  }
}
