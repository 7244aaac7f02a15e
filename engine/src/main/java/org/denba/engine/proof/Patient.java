package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A patient that a proof speaks of, in the words of case files.
 *
 * @param findings value by data element ({@code yes}, {@code 38.5}, {@code 2 to 11}, {@code
 *     {notDone: refused}}); what is not in it is unknown. Derived elements stand in it only where
 *     Java computes them (the calendar of vaccines)
 * @param parameters value by parameter; those that do not matter are left out
 * @param setting {@code health-facility} or {@code community}; empty where it does not matter
 * @param visit {@code initial} or {@code follow-up}; empty where it does not matter
 * @param earlier rows that the visit before reported
 */
public record Patient(
    Map<String, String> findings,
    Map<String, String> parameters,
    String setting,
    String visit,
    List<String> earlier) {

  static Patient of(Map<Input, Integer> said) {
    Map<String, String> findings = new LinkedHashMap<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> earlier = new ArrayList<>();
    String setting = "";
    String visit = "";
    for (Map.Entry<Input, Integer> entry : said.entrySet()) {
      Input input = entry.getKey();
      InputState state = input.states().get(entry.getValue());
      switch (input.kind()) {
        case FINDING -> {
          if (state.kind() != InputState.Kind.BLANK) {
            findings.put(input.name(), state.words());
          }
        }
        case PARAMETER -> parameters.put(input.name(), state.words());
        case SETTING -> setting = state.words();
        case VISIT -> visit = state.words();
        case EARLIER -> {
          if (entry.getValue() == 1) {
            earlier.add(input.name().substring("earlier ".length()));
          }
        }
      }
    }
    if (visit.equals(Request.INITIAL)) {
      earlier.clear();
    }
    return new Patient(findings, parameters, setting, visit, List.copyOf(earlier));
  }

  /** The patient in one line: {@code cough = yes, spo2 = 89; setting = community}. */
  public String words() {
    List<String> parts = new ArrayList<>();
    parts.add(findings.isEmpty() ? "nothing known" : pairs(findings));
    if (!setting.isEmpty()) {
      parts.add("setting = " + setting);
    }
    if (!visit.isEmpty()) {
      parts.add("visit = " + visit);
    }
    if (!earlier.isEmpty()) {
      parts.add("earlier: " + String.join(", ", earlier));
    }
    if (!parameters.isEmpty()) {
      parts.add("parameters: " + pairs(parameters));
    }
    return String.join("; ", parts);
  }

  private static String pairs(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
