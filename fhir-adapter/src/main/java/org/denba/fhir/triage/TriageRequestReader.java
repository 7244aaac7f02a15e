package org.denba.fhir.triage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.Companion;
import org.denba.engine.triage.TriageRequest.EarlierRow;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.IsoDay;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.protocols.LanguageTag;
import tools.jackson.databind.JsonNode;

/**
 * Reads a triage request from JSON (see contract.md §1 for its form). Everything that is wrong is
 * collected, each with its path, so that a client is told once. Nothing is guessed: a field of an
 * unknown name is an error. Thread-safe.
 */
public final class TriageRequestReader {

  private static final Set<String> FIELDS =
      new TreeSet<>(
          List.of(
              "id",
              "protocol",
              "setting",
              "date",
              "language",
              "visit",
              "earlier",
              "patient",
              "parameters",
              "findings",
              "companion"));

  private static final int MOST_ERRORS = 100;
  private static final int MOST_EARLIER = 1_000;

  private final FindingsReader findings;
  private final ZoneId zone;

  /**
   * @param reader checks findings against the data dictionary
   * @param zone where a moment that a client sends is made a day
   * @param mostFindings how many findings a patient can have in one request
   */
  public TriageRequestReader(FindingReader reader, ZoneId zone, int mostFindings) {
    this.findings = new FindingsReader(reader, mostFindings);
    this.zone = zone;
  }

  /**
   * @param json the parsed body
   * @param language language of the answer where the body names none
   * @throws InvalidRequestException with every error and its path
   */
  public TriageRequest read(JsonNode json, String language) {
    List<RequestError> errors = new ArrayList<>();
    Consumer<RequestError> collect =
        error -> {
          if (errors.size() < MOST_ERRORS) {
            errors.add(error);
          }
        };
    TriageRequest request = read(json, language, collect);
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
    return request;
  }

  private TriageRequest read(JsonNode json, String language, Consumer<RequestError> errors) {
    Optional<Fields> object = Fields.of(json, "", FIELDS, errors);
    if (object.isEmpty()) {
      if (json.isNull()) {
        errors.accept(new RequestError("$", "wrong-type", "is null: send an object {…}"));
      }
      return null;
    }
    Fields body = object.get();
    String setting = body.code("setting", List.of(TriageRequest.FACILITY, TriageRequest.COMMUNITY));
    String visit = body.code("visit", List.of(TriageRequest.INITIAL, TriageRequest.FOLLOW_UP));
    return new TriageRequest(
        body.id("id"),
        body.id("protocol"),
        setting == null ? TriageRequest.FACILITY : setting,
        day(body, "date"),
        language(body, language),
        visit == null ? TriageRequest.INITIAL : visit,
        earlier(body),
        PatientReader.read(body.node("patient"), "patient", errors),
        ParametersReader.read(body.node("parameters"), "parameters", errors),
        findings.read(body.node("findings"), "findings", errors),
        List.of(),
        companion(body));
  }

  private String language(Fields body, String otherwise) {
    String sent = body.text("language");
    if (sent == null) {
      return otherwise;
    }
    Optional<String> language = LanguageTag.language(sent);
    if (language.isEmpty()) {
      body.error("language", "invalid-language", Quoted.of(sent) + " is no language: send \"fr\"");
    }
    return language.orElse(otherwise);
  }

  private LocalDate day(Fields fields, String name) {
    String text = fields.text(name);
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day = IsoDay.in(zone, text);
    if (day.isEmpty()) {
      fields.error(
          name,
          "invalid-date",
          Quoted.of(text)
              + " is not a day of the calendar: send year-month-day, such as \"2026-11-22\"");
    }
    return day.orElse(null);
  }

  private List<EarlierRow> earlier(Fields body) {
    JsonNode list = body.node("earlier");
    if (list == null || list.isNull()) {
      return List.of();
    }
    if (!list.isArray() || list.size() > MOST_EARLIER) {
      body.error(
          "earlier",
          "wrong-type",
          "send a list of at most " + MOST_EARLIER + " objects {\"rule\": …, \"date\": …}");
      return List.of();
    }
    List<EarlierRow> rows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      earlierRow(list.get(i), "earlier[" + i + "]", body.errors()).ifPresent(rows::add);
    }
    return rows;
  }

  private Optional<EarlierRow> earlierRow(
      JsonNode node, String path, Consumer<RequestError> errors) {
    Optional<Fields> row = Fields.of(node, path, Set.of("rule", "date"), errors);
    String rule = row.map(r -> r.id("rule")).orElse(null);
    if (rule == null) {
      errors.accept(
          new RequestError(path, "rule-missing", "names no row: send {\"rule\": \"COU-3\", …}"));
      return Optional.empty();
    }
    return Optional.of(new EarlierRow(rule, day(row.get(), "date")));
  }

  private Companion companion(Fields body) {
    Optional<Fields> companion =
        Fields.of(
            body.node("companion"), "companion", Set.of("patient", "findings"), body.errors());
    if (companion.isEmpty()) {
      return null;
    }
    Fields second = companion.get();
    Patient patient =
        PatientReader.read(second.node("patient"), second.path("patient"), body.errors());
    Map<String, Finding> found =
        findings.read(second.node("findings"), second.path("findings"), body.errors());
    return new Companion(patient, found, List.of());
  }
}
