package org.denba.engine.dictionary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Interval;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The core data dictionary: every element that a rule may look at or a client may send, with its
 * type, unit, range, codes and names. Immutable.
 */
public final class DataDictionary {

  public static final String FILE = "dictionary/data-dictionary.csv";
  public static final String CODES_FILE = "dictionary/codes.csv";

  private static final List<String> COLUMNS =
      List.of("id", "type", "unit", "codes", "allowed", "loinc", "snomed", "who", "history");
  private static final List<String> CODE_COLUMNS = List.of("element", "code", "snomed");
  private static final String DERIVED = "derived-";

  private final Map<String, DataElement> byId;
  private final List<DataElement> elements;
  private final Map<CodeSystem, Map<String, List<DataElement>>> byCode =
      new EnumMap<>(CodeSystem.class);
  private final Map<String, List<CodedValue>> values;

  private DataDictionary(Map<String, DataElement> byId, Map<String, List<CodedValue>> values) {
    this.byId = byId;
    this.elements = List.copyOf(byId.values());
    this.values = values;
    for (CodeSystem system : CodeSystem.values()) {
      byCode.put(system, new LinkedHashMap<>());
    }
    for (DataElement element : elements) {
      index(CodeSystem.LOINC, element.loinc(), element);
      index(CodeSystem.SNOMED, element.snomed(), element);
      index(CodeSystem.WHO, element.who(), element);
    }
  }

  /** A small dictionary of some of these elements, in this order. */
  public DataDictionary only(List<String> ids) {
    Map<String, DataElement> some = new LinkedHashMap<>();
    ids.forEach(id -> element(id).ifPresent(e -> some.put(id, e.at(some.size()))));
    return new DataDictionary(some, values);
  }

  /**
   * Reads the dictionary and the names of its codes.
   *
   * @throws RuleFileException with file, row and column of every entry that cannot be used
   */
  public static DataDictionary load(RuleFiles files) {
    ProblemList problems = new ProblemList();
    DataDictionary dictionary = load(files, problems);
    problems.throwIfAny(FILE);
    return dictionary;
  }

  /**
   * Reads what can be read of the dictionary.
   *
   * @param problems takes everything that is wrong; an element that is wrong is left out
   */
  public static DataDictionary load(RuleFiles files, ProblemList problems) {
    Map<String, DataElement> byId = new LinkedHashMap<>();
    for (CsvTable.Row row :
        CsvTable.read(files, FILE, problems, COLUMNS, "label_", "question_").rows()) {
      problems.collect(
          () -> {
            DataElement element = element(row, byId.size());
            if (byId.putIfAbsent(element.id(), element) != null) {
              throw row.problem(
                  "id", "'" + element.id() + "' stands here a second time: remove one");
            }
          });
    }
    List<CsvTable.Row> codes =
        CsvTable.read(files, CODES_FILE, problems, CODE_COLUMNS, "label_").rows();
    Map<String, List<CodedValue>> values = new LinkedHashMap<>();
    codes.forEach(row -> problems.collect(() -> value(row, byId, values)));
    return new DataDictionary(byId, values);
  }

  /** A dictionary without elements, for those who look at what is left where it cannot be read. */
  public static DataDictionary empty() {
    return new DataDictionary(new LinkedHashMap<>(), Map.of());
  }

  private static void value(
      CsvTable.Row row, Map<String, DataElement> byId, Map<String, List<CodedValue>> values) {
    DataElement element = byId.get(row.required("element"));
    String code = row.required("code");
    if (element == null) {
      throw row.problem("element", "'" + row.get("element") + "' is no element of " + FILE);
    }
    if (!element.hasCode(code)) {
      throw row.problem(
          "code",
          "'"
              + code
              + "' is no code of '"
              + element.id()
              + "' in "
              + FILE
              + NearestId.of(code, element.codes())
                  .map(near -> ", perhaps '" + near + "'")
                  .orElse(""));
    }
    values
        .computeIfAbsent(element.id(), id -> new ArrayList<>())
        .add(new CodedValue(element.id(), code, row.get("snomed"), row.byLanguage("label_")));
  }

  private static DataElement element(CsvTable.Row row, int index) {
    String type = row.required("type");
    boolean derived = type.startsWith(DERIVED);
    return new DataElement(
        row.required("id"),
        index,
        type(row, derived ? type.substring(DERIVED.length()) : type),
        derived,
        row.get("unit"),
        row.list("codes"),
        range(row),
        row.list("loinc"),
        row.list("snomed"),
        row.list("who"),
        row.get("history").equals("yes"),
        row.byLanguage("label_"),
        row.byLanguage("question_"));
  }

  private static ElementType type(CsvTable.Row row, String type) {
    try {
      return ElementType.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.problem(
          "type",
          "'" + type + "' is no type: use boolean, quantity, coded, date or list, or derived-…");
    }
  }

  private static Optional<Interval> range(CsvTable.Row row) {
    String cell = row.get("allowed");
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String[] ends = cell.split("\\.\\.");
    try {
      return Optional.of(new Interval(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw row.problem(
          "allowed", "'" + cell + "' is no range: write lowest..highest, such as 50..100");
    }
  }

  private void index(CodeSystem system, List<String> codes, DataElement element) {
    for (String code : codes) {
      byCode.get(system).computeIfAbsent(code, c -> new ArrayList<>()).add(element);
    }
  }

  public List<DataElement> elements() {
    return elements;
  }

  public int size() {
    return elements.size();
  }

  public Optional<DataElement> element(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The elements that carry this code, in dictionary order; a code can be shared, then the protocol
   * decides.
   */
  public List<DataElement> byCode(CodeSystem system, String code) {
    return byCode.get(system).getOrDefault(code, List.of());
  }

  /** The codes of a coded element with their names, in order. */
  public List<CodedValue> values(DataElement element) {
    return values.getOrDefault(element.id(), List.of());
  }

  /** The name of a code, or the code itself where the dictionary names none. */
  public String valueLabel(DataElement element, String code, String language) {
    return values(element).stream()
        .filter(v -> v.code().equals(code))
        .findFirst()
        .map(v -> v.label(language))
        .orElse(code);
  }

  /** The known id nearest to a mistyped one. */
  public Optional<String> nearest(String id) {
    return NearestId.of(id, byId.keySet());
  }
}
