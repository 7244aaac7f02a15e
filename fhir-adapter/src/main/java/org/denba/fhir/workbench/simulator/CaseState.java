package org.denba.fhir.workbench.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case as its address and its form hold it, every value as text. Nothing is checked here: that is
 * the door's work, so that nothing that was sent vanishes.
 *
 * @param context who and where: {@code protocol}, {@code setting}, {@code age}, {@code unit} …
 * @param findings the answer to each data element: {@code yes}, {@code no}, a number, a code, a
 *     date, {@code ?} for "not known" or {@code !reason} for "not done"
 * @param parameters named parameters that differ for this case
 * @param companion the second patient (the newborn with the mother, or the mother with the
 *     newborn), or null; of whom and where only the person is told
 */
public record CaseState(
    Map<String, String> context,
    Map<String, String> findings,
    Map<String, String> parameters,
    CaseState companion) {

  /** What says who the patient is and where, in the order of the form. */
  static final List<String> CONTEXT =
      List.of(
          "protocol",
          "setting",
          "age",
          "unit",
          "estimated",
          "birth",
          "sex",
          "pregnant",
          "lmp",
          "delivery",
          "visit",
          "earlier",
          "date");

  /** What is of the visit, and so of both patients. */
  private static final Set<String> SHARED = Set.of("setting", "visit", "earlier", "date");

  /** Before the names of what is of the second patient. */
  static final String COMPANION = "c.";

  static final String FINDING = "f.";
  static final String NOT_DONE = "n.";
  static final String PARAMETER = "p.";
  static final String NOT_DONE_MARK = "!";
  static final String UNKNOWN = "?";

  /** What the form shows where nothing is chosen; not written into addresses. */
  private static final Map<String, String> DEFAULTS =
      Map.of("setting", "health-facility", "visit", "initial", "unit", "months");

  public CaseState {
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** A case of one patient. */
  CaseState(
      Map<String, String> context, Map<String, String> findings, Map<String, String> parameters) {
    this(context, findings, parameters, null);
  }

  /** Reads the parameters of an address or a form; empty ones are not there. */
  static CaseState of(Map<String, String[]> sent) {
    Map<String, String[]> ofSecond = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          if (name.startsWith(COMPANION)) {
            ofSecond.put(name.substring(COMPANION.length()), values);
          }
        });
    CaseState second = ofOne(ofSecond);
    return ofOne(sent).with(second.isEmpty() ? null : second);
  }

  private static CaseState ofOne(Map<String, String[]> sent) {
    Map<String, String> context = new LinkedHashMap<>();
    for (String name : CONTEXT) {
      String value = first(sent.get(name));
      if (!value.isEmpty()) {
        context.put(name, value);
      }
    }
    Map<String, String> findings = new LinkedHashMap<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          String value = first(values);
          if (value.isEmpty()) {
            return;
          }
          if (name.startsWith(FINDING)) {
            findings.put(name.substring(FINDING.length()), value);
          } else if (name.startsWith(PARAMETER)) {
            parameters.put(name.substring(PARAMETER.length()), value);
          } else if (name.startsWith(NOT_DONE)) {
            // a value counts more than the reason why there would be none
            findings.putIfAbsent(name.substring(NOT_DONE.length()), NOT_DONE_MARK + value);
          }
        });
    return new CaseState(context, findings, parameters);
  }

  private static String first(String[] values) {
    if (values == null) {
      return "";
    }
    for (String value : values) {
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  private CaseState with(CaseState second) {
    return new CaseState(context, findings, parameters, second);
  }

  /** The same visit with the second patient as the one who is asked about; a new one is blank. */
  CaseState swapped() {
    Map<String, String> visit = new LinkedHashMap<>(context);
    visit.keySet().retainAll(SHARED);
    Map<String, String> person = new LinkedHashMap<>(context);
    person.keySet().removeAll(SHARED);
    CaseState first = new CaseState(person, findings, Map.of());
    if (companion != null) {
      visit.putAll(companion.context);
    }
    return new CaseState(
        visit,
        companion == null ? Map.of() : companion.findings,
        parameters,
        first.isEmpty() ? null : first);
  }

  /** The same visit without the second patient. */
  CaseState alone() {
    return with(null);
  }

  /** One part of the context, or empty. */
  public String get(String name) {
    return context.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
  }

  /** The answer to an element, or empty where it was not assessed. */
  public String finding(String element) {
    String value = findings.getOrDefault(element, "");
    return value.startsWith(NOT_DONE_MARK) ? "" : value;
  }

  /** The reason why an element was not done, or empty. */
  public String notDone(String element) {
    String value = findings.getOrDefault(element, "");
    return value.startsWith(NOT_DONE_MARK) ? value.substring(NOT_DONE_MARK.length()) : "";
  }

  /** Whether nothing was said of the patient. */
  public boolean isEmpty() {
    return SHARED.containsAll(context.keySet()) && findings.isEmpty() && parameters.isEmpty();
  }

  /** The case as the query of an address, without what is the default. */
  public String query() {
    return fields().entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The second patient as hidden fields of the form. */
  public Map<String, String> hidden() {
    Map<String, String> hidden = new LinkedHashMap<>();
    if (companion != null) {
      companion.fields().forEach((name, value) -> hidden.put(COMPANION + name, value));
    }
    return hidden;
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    context.forEach(
        (name, value) -> {
          if (!value.equals(DEFAULTS.get(name))) {
            fields.put(name, value);
          }
        });
    findings.forEach((id, value) -> fields.put(FINDING + id, value));
    parameters.forEach((id, value) -> fields.put(PARAMETER + id, value));
    fields.putAll(hidden());
    return fields;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
