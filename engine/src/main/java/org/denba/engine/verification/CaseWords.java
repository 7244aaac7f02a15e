package org.denba.engine.verification;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.TreatmentReader;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;

/**
 * The words that a case of a protocol may use. A misspelt row in "must not be proved" would pass
 * for ever, so nothing is taken that is not known.
 *
 * @param dictionary the data elements
 * @param rows row ids of the protocol
 * @param parameters parameter ids of the protocol
 * @param treatments treatment and action ids
 * @param warnings warning codes that have a text
 * @param rowsOfAll row ids of every protocol: by which the second patient of a visit is answered is
 *     the engine's choice; null where they are not known, and are then not checked
 */
public record CaseWords(
    DataDictionary dictionary,
    Set<String> rows,
    Set<String> parameters,
    Set<String> treatments,
    Set<String> warnings,
    Set<String> rowsOfAll) {

  private static final String FOLLOW_UP = "FU-";
  private static final String WARNING = "warning.";
  private static final String SHARED_TEXTS = "texts";

  /**
   * The words of a protocol that was loaded.
   *
   * @throws RuleFileException when the engine has no such protocol
   */
  static CaseWords of(TriageEngine engine, RuleFiles files, String protocol) {
    String language = engine.languages().get(0);
    ProtocolDescription description =
        engine
            .protocol(protocol, language)
            .orElseThrow(
                () ->
                    new RuleFileException(
                        protocol, "is no protocol of these rules: its cases cannot be run"));
    Set<String> rows = new LinkedHashSet<>();
    description.charts().forEach(chart -> chart.rows().forEach(row -> rows.add(row.rule())));
    Set<String> parameters = new LinkedHashSet<>();
    description.parameters().forEach(parameter -> parameters.add(parameter.id()));
    Map<String, Treatment> treatments = TreatmentReader.read(files);
    Texts texts = Texts.load(files, engine.languages(), SHARED_TEXTS, protocol);
    Set<String> rowsOfAll =
        engine.rules().stream()
            .flatMap(each -> each.rows().stream())
            .map(Row::id)
            .collect(Collectors.toSet());
    return new CaseWords(
        engine.dictionary(), rows, parameters, treatments.keySet(), warnings(texts), rowsOfAll);
  }

  /** The words that may be used of the second patient of a visit. */
  CaseWords ofSecondPatient() {
    return new CaseWords(dictionary, rowsOfAll, parameters, treatments, warnings, rowsOfAll);
  }

  /** The warning codes that have a text. */
  public static Set<String> warnings(Texts texts) {
    return texts.keys().values().stream()
        .flatMap(Set::stream)
        .filter(key -> key.startsWith(WARNING))
        .map(key -> key.substring(WARNING.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  DataElement element(CaseValue value) {
    return element(value, value.text());
  }

  DataElement element(CaseValue value, String id) {
    return dictionary
        .element(id)
        .orElseThrow(
            () ->
                value.problem(
                    "'"
                        + id
                        + "' is no data element"
                        + meant(dictionary.nearest(id).orElse(null))));
  }

  String row(CaseValue value) {
    return row(value, value.text());
  }

  String row(CaseValue value, String id) {
    if (rows == null) {
      return id;
    }
    return known(value, id, rows, rows == rowsOfAll ? "row of a protocol" : "row of this protocol");
  }

  String parameter(CaseValue value, String id) {
    return known(value, id, parameters, "parameter of this protocol");
  }

  String warning(CaseValue value) {
    return known(value, value.text(), warnings, "warning");
  }

  /** What a classification can rest on: a data element or a parameter. */
  String reason(CaseValue value) {
    String id = value.text();
    if (dictionary.element(id).isPresent() || parameters.contains(id)) {
      return id;
    }
    throw value.problem(
        "'"
            + id
            + "' is neither a data element nor a parameter"
            + meant(dictionary.nearest(id).or(() -> NearestId.of(id, parameters)).orElse(null)));
  }

  String urgency(CaseValue value) {
    return known(
        value,
        value.text(),
        Arrays.stream(Urgency.values()).map(Urgency::code).toList(),
        "urgency");
  }

  /** A treatment, an action, or the follow-up of a row ({@code FU-COU-3}). */
  String recommendation(CaseValue value, String id) {
    if (id.startsWith(FOLLOW_UP)) {
      row(value, id.substring(FOLLOW_UP.length()));
      return id;
    }
    return known(value, id, treatments, "treatment or action");
  }

  static String known(CaseValue value, String id, Collection<String> all, String kind) {
    if (all.contains(id)) {
      return id;
    }
    throw value.problem("'" + id + "' is no " + kind + meant(NearestId.of(id, all).orElse(null)));
  }

  private static String meant(String nearest) {
    return nearest == null ? "" : "; perhaps '" + nearest + "'";
  }
}
