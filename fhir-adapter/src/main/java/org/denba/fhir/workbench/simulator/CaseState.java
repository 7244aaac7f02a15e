package org.denba.fhir.workbench.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case as its address and its form hold it, every value as text. Nothing is checked here: that is
 * the door's work, so that nothing that was sent vanishes.
 *
 * @param context who and where: {@code protocol}, {@code setting}, {@code age}, {@code unit} …
 * @param findings the answer to each data element: {@code yes}, {@code no}, a number, a code, a
 *     date, {@code ?} for "not known" or {@code !reason} for "not done"
 * @param parameters named parameters that differ for this case
 */
public record CaseState(
    Map<String, String> context, Map<String, String> findings, Map<String, String> parameters) {

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

  /** Reads the parameters of an address or a form; empty ones are not there. */
  static CaseState of(Map<String, String[]> sent) {
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

  /** Whether nothing was said at all. */
  public boolean isEmpty() {
    return context.isEmpty() && findings.isEmpty() && parameters.isEmpty();
  }

  /** The case as the query of an address, without what is the default. */
  public String query() {
    List<String> parts = new ArrayList<>();
    context.forEach(
        (name, value) -> {
          if (!value.equals(DEFAULTS.get(name))) {
            parts.add(name + "=" + encoded(value));
          }
        });
    findings.forEach((id, value) -> parts.add(FINDING + encoded(id) + "=" + encoded(value)));
    parameters.forEach((id, value) -> parts.add(PARAMETER + encoded(id) + "=" + encoded(value)));
    return String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
