package org.denba.engine.verification;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A visit kept as a case: who the patient is and when it was is left out, and what the rules answer
 * stands under {@code expect}. The case passes with the rules that it was recorded with, on any
 * day.
 *
 * @param yaml a case file with this one case
 * @param protocol the protocol whose case it is
 * @param notes what was left out, and why; for the person who recorded it
 */
public record CaseRecording(String yaml, String protocol, List<String> notes) {

  /** The engine's choice of a protocol, in the words of a case. */
  private static final String CHOSEN = "none";

  /** Days on which a recorded case is tried: months of each length, and a leap year. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2025, 7, 31),
          LocalDate.of(2026, 11, 22));

  public CaseRecording {
    notes = List.copyOf(notes);
  }

  /**
   * Records a visit.
   *
   * @param engine the rules, whose answer is what the case expects
   * @param request the visit
   * @param id the id of the case, once in its protocol; null for one that is made from what is kept
   * @param title one sentence for the reader, in which nothing is struck out; null for a plain one
   * @throws org.denba.engine.triage.InvalidRequestException when the rules refuse the visit
   * @throws RuleFileException when the rule files cannot be read any more
   */
  public static CaseRecording of(
      TriageEngine engine, TriageRequest request, String id, String title) {
    TriageResult answer = engine.triage(request);
    String protocol = home(engine, request, answer);
    CaseWords words = CaseWords.of(engine, engine.overlaid(engine.files()), protocol);
    WithoutIdentity cleaned = WithoutIdentity.of(engine, words, request, answer.date());
    List<String> notes = new ArrayList<>(cleaned.notes());
    String wanted = request.protocol() == null ? CHOSEN : request.protocol();
    String asked = wanted.equals(protocol) ? null : CaseText.scalar(wanted);
    String encounter =
        CaseText.of(
            cleaned.request(),
            asked,
            id == null ? made(CaseText.of(cleaned.request(), asked, "", "")) : id,
            title == null ? "A recorded visit, " + answer.urgency().code() : title);
    Map<String, Object> expected =
        expected(engine.forCases(), words, protocol, encounter, answer, notes);
    return new CaseRecording(file(answer, protocol, encounter, expected), protocol, notes);
  }

  /** The protocol that has the answer's rows; that of the request, or the first, where none has. */
  private static String home(TriageEngine engine, TriageRequest request, TriageResult answer) {
    List<String> ids = engine.rules().stream().map(each -> each.id()).toList();
    if (ids.contains(answer.protocol().id())) {
      return answer.protocol().id();
    }
    return ids.contains(request.protocol()) ? request.protocol() : ids.get(0);
  }

  /** An id that another visit does not get, and that tells nothing which the case does not. */
  private static String made(String encounter) {
    return "VISIT." + UUID.nameUUIDFromBytes(encounter.getBytes(StandardCharsets.UTF_8));
  }

  /** What the answer says, as far as the recorded case is answered the same on any day. */
  private static Map<String, Object> expected(
      TriageEngine engine,
      CaseWords words,
      String protocol,
      String encounter,
      TriageResult answer,
      List<String> notes) {
    List<CaseAnswer> answers = new ArrayList<>();
    for (LocalDate day : DAYS) {
      TriageRequest read = new CaseRequestReader(words, protocol, day).read(parsed(encounter));
      answers.add(new CaseAnswer(engine.triage(read, day), List.of()));
    }
    List<String> left = new ArrayList<>();
    Map<String, Object> expected = always(answer, part -> isSaidBy(answers, part, words), left);
    if (answer.companion() != null) {
      String second = CaseRequestReader.COMPANION;
      Map<String, Object> ofSecond =
          always(answer.companion(), part -> isSaidBy(answers, Map.of(second, part), words), left);
      if (!ofSecond.isEmpty()) {
        expected.put(second, ofSecond);
      }
    }
    if (!left.isEmpty()) {
      notes.add(
          "not under 'expect', since it rests on the day of the visit or on something left out: "
              + String.join(", ", left));
    }
    return expected;
  }

  /** The part of an answer that is said on every day; what is not goes to {@code left}. */
  private static Map<String, Object> always(
      TriageResult answer, Predicate<Map<String, Object>> isSaid, List<String> left) {
    Map<String, Object> always = new LinkedHashMap<>();
    AnswerWords.of(answer)
        .forEach(
            (key, said) -> {
              if (isSaid.test(Map.of(key, said))) {
                always.put(key, said);
              } else {
                left.add(key);
              }
            });
    return always;
  }

  private static boolean isSaidBy(
      List<CaseAnswer> answers, Map<String, Object> part, CaseWords words) {
    List<String> failures = new ArrayList<>();
    try {
      List<Expectation> read =
          ExpectationKeys.read(new CaseValue("expect", part), words, Runnable::run);
      answers.forEach(each -> read.forEach(expects -> expects.check(each, failures::add)));
    } catch (RuleFileException e) {
      // a word of another protocol, which a case of this one cannot name
      return false;
    }
    return failures.isEmpty();
  }

  private static CaseValue parsed(String encounter) {
    List<?> cases = new Yaml(new SafeConstructor(new LoaderOptions())).load(encounter);
    Map<String, Object> keys = new LinkedHashMap<>();
    ((Map<?, ?>) cases.get(0)).forEach((key, value) -> keys.put(String.valueOf(key), value));
    keys.keySet().retainAll(CaseRequestReader.KEYS);
    return new CaseValue("recorded", keys);
  }

  private static String file(
      TriageResult answer, String protocol, String encounter, Map<String, Object> expected) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Recorded from a visit. What stands under 'expect' is what the rules answered,\n")
        .append(
            "# not what is right: compare it with the clinical reference before you keep it.\n");
    if (answer.protocol().overlay() == null) {
      yaml.append("# Save it in ")
          .append(protocol)
          .append("/cases and name the file under 'cases:' in ")
          .append(protocol)
          .append("/protocol.yaml.\n");
    } else {
      yaml.append("# Save it in overlays/")
          .append(answer.protocol().overlay().id())
          .append("/cases.\n")
          .append("protocol: ")
          .append(protocol)
          .append('\n');
    }
    yaml.append("cases:\n").append(encounter.indent(2)).append("    expect:\n");
    expected.forEach(
        (key, said) ->
            yaml.append("      ").append(key).append(": ").append(written(said)).append('\n'));
    return yaml.toString();
  }

  private static String written(Object said) {
    if (said instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return said instanceof List<?> list
        ? list.stream().map(CaseText::scalar).collect(Collectors.joining(", ", "[", "]"))
        : CaseText.scalar(said);
  }
}
