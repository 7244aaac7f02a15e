package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Immunization;

/**
 * What is kept of vaccines and medicines that were given: the antigens of a vaccine's code, the
 * medicine of a medicine's code, and which findings follow from its being given. Immutable.
 */
final class GivenTables {

  static final String VACCINES = "dictionary/vaccine-codes.csv";
  static final String SOURCES = "dictionary/vaccine-sources.csv";
  static final String MEDICINES = "dictionary/medicine-codes.csv";
  static final String HISTORY = "dictionary/given-history.csv";

  /** What a finding says of the days on which something was given. */
  enum Reads {
    /** Yes while it is being taken. */
    CURRENT(ElementType.BOOLEAN),
    /** Yes where it was given within a number of days. */
    WITHIN(ElementType.BOOLEAN),
    /** On how many days it was given. */
    COUNT(ElementType.QUANTITY),
    /** When it was given last. */
    LAST_DATE(ElementType.DATE);

    private final ElementType type;

    Reads(ElementType type) {
      this.type = type;
    }

    private static Optional<Reads> of(String text) {
      for (Reads reads : values()) {
        if (reads.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(text)) {
          return Optional.of(reads);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A finding that follows from something given.
   *
   * @param element which finding
   * @param reads what it says
   * @param withinDays only what was given on one of so many days before the assessment counts, or
   *     null
   * @param from the kinds of record that show it: an order shows that somebody takes a medicine,
   *     not that a dose was given
   */
  record History(DataElement element, Reads reads, Integer withinDays, Set<String> from) {}

  private final CodeTable<List<String>> vaccines;
  private final CodeTable<String> medicines;
  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, List<History>> history = new HashMap<>();

  /**
   * @throws org.denba.engine.rules.RuleFileException when a table cannot be used
   */
  GivenTables(RuleFiles files, DataDictionary elements, WhoCodes spelling) {
    this.vaccines =
        new CodeTable<>(files, VACCINES, "antigens", spelling, row -> row.list("antigens"));
    this.medicines =
        new CodeTable<>(files, MEDICINES, "medicine", spelling, row -> row.required("medicine"));
    for (CsvTable.Row row :
        CsvTable.read(files, SOURCES, List.of("primary-source", "origin", "source")).rows()) {
      sources.put(row.get("primary-source") + '|' + row.get("origin"), row.required("source"));
    }
    for (CsvTable.Row row :
        CsvTable.read(files, HISTORY, List.of("given", "element", "reads", "within-days", "from"))
            .rows()) {
      history
          .computeIfAbsent(row.required("given"), g -> new ArrayList<>())
          .add(history(row, elements));
    }
  }

  private static History history(CsvTable.Row row, DataDictionary elements) {
    Reads reads =
        Reads.of(row.required("reads"))
            .orElseThrow(
                () ->
                    row.problem(
                        "reads",
                        "'" + row.get("reads") + "': write current, within, count or last-date"));
    String id = row.required("element");
    DataElement element =
        elements
            .element(id)
            .filter(e -> e.type() == reads.type && !e.derived())
            .orElseThrow(
                () ->
                    row.problem("element", "'" + id + "' is no element of that type: correct it"));
    Integer within = null;
    if (row.has("within-days") || reads == Reads.WITHIN) {
      try {
        within = Integer.valueOf(row.required("within-days"));
      } catch (NumberFormatException e) {
        throw row.problem("within-days", "is no whole number");
      }
    }
    return new History(element, reads, within, Set.copyOf(row.list("from")));
  }

  /** The antigens of a vaccine (none: "no vaccine at all"); empty when the code is not known. */
  Optional<List<String>> antigens(CodeableConcept vaccine) {
    return vaccines.get(vaccine);
  }

  /** The medicine that a code stands for. */
  Optional<String> medicine(CodeableConcept code) {
    return medicines.get(code);
  }

  /** The findings that follow from giving this. */
  List<History> history(String given) {
    return history.getOrDefault(given, List.of());
  }

  /** Who knows of the dose: card, register, recall; empty when nobody said. */
  Optional<String> source(Immunization dose) {
    String primary = dose.hasPrimarySource() ? String.valueOf(dose.getPrimarySource()) : "";
    return dose.getReportOrigin().getCoding().stream()
        .map(c -> sources.get(primary + '|' + c.getCode()))
        .filter(source -> source != null)
        .findFirst()
        .or(() -> Optional.ofNullable(sources.get(primary + '|')));
  }
}
