package org.denba.engine.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.dosing.Dose;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.engine.triage.Warning;

/**
 * What is true of one answer and not of another, in the words of a case's {@code expect}: a case
 * that says so tells the two apart.
 */
public final class AnswerDifference {

  private final TriageResult was;
  private final TriageResult is;
  private final Map<String, Object> expect = new LinkedHashMap<>();

  private AnswerDifference(TriageResult was, TriageResult is) {
    this.was = was;
    this.is = is;
  }

  /** Empty where the two say the same. */
  public static Map<String, Object> of(TriageResult was, TriageResult is) {
    AnswerDifference difference = new AnswerDifference(was, is);
    difference.rows();
    difference.eachRow();
    difference.toDo();
    difference.whole();
    if (difference.expect.isEmpty()) {
      WordsDifference.add(was, is, difference.expect);
    }
    return difference.expect;
  }

  private void rows() {
    Set<String> proved = rules(was, Status.PROVED);
    Set<String> open = rules(was, Status.NOT_RULED_OUT);
    Set<String> provedNow = rules(is, Status.PROVED);
    Set<String> openNow = rules(is, Status.NOT_RULED_OUT);
    list("proved", proved, row -> !provedNow.contains(row));
    list("not-ruled-out", open, row -> !openNow.contains(row));
    Set<String> now = new LinkedHashSet<>(provedNow);
    now.addAll(openNow);
    list("ruled-out", now, row -> !proved.contains(row) && !open.contains(row));
    list("not-proved", provedNow, row -> !proved.contains(row) && open.contains(row));
  }

  private static Set<String> rules(TriageResult answer, Status status) {
    return answer.classifications().stream()
        .filter(row -> row.status() == status)
        .map(Classification::rule)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void list(String key, Set<String> words, Predicate<String> which) {
    List<String> wanted = words.stream().filter(which).toList();
    if (!wanted.isEmpty()) {
      expect.put(key, wanted);
    }
  }

  private void eachRow() {
    of("row-urgency", row -> row.urgency().code());
    of("colour", row -> row.colour().code());
    classes();
    flag("provisional", Classification::provisional);
    flag("held", Classification::held);
    of("flags", Classification::flags);
  }

  /** A row that may be one of several classes is not told by one of them. */
  private void classes() {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (Classification before : was.classifications()) {
      Set<String> classesBefore = classes(was, before);
      Set<String> classesAfter = classes(is, before);
      if (classesBefore.size() == 1
          && !classesAfter.isEmpty()
          && !classesAfter.equals(classesBefore)) {
        wanted.put(before.rule(), before.id());
      }
    }
    if (!wanted.isEmpty()) {
      expect.put("classified", wanted);
    }
  }

  private static Set<String> classes(TriageResult answer, Classification like) {
    return answer.classifications().stream()
        .filter(row -> row.rule().equals(like.rule()) && row.status() == like.status())
        .map(Classification::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void of(String key, Function<Classification, Object> said) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    both(
        (before, after) -> {
          if (!Objects.equals(said.apply(before), said.apply(after))
              && said.apply(before) != null) {
            wanted.put(before.rule(), said.apply(before));
          }
        });
    if (!wanted.isEmpty()) {
      expect.put(key, wanted);
    }
  }

  private void flag(String key, Predicate<Classification> said) {
    both(
        (before, after) -> {
          if (said.test(before) != said.test(after)) {
            String word = said.test(before) ? key : "not-" + key;
            @SuppressWarnings("unchecked")
            List<String> rows =
                (List<String>) expect.computeIfAbsent(word, k -> new ArrayList<String>());
            rows.add(before.rule());
          }
        });
  }

  /** Two answers about one row. */
  @FunctionalInterface
  private interface Both {
    void of(Classification before, Classification after);
  }

  private void both(Both action) {
    for (Classification before : was.classifications()) {
      is.classifications().stream()
          .filter(row -> row.rule().equals(before.rule()) && row.status() == before.status())
          .filter(row -> row.id().equals(before.id()))
          .findFirst()
          .ifPresent(after -> action.of(before, after));
    }
  }

  private void toDo() {
    Map<String, Recommendation> before = byId(was);
    Map<String, Recommendation> after = byId(is);
    list("recommends", before.keySet(), id -> !after.containsKey(id));
    list("recommends-not", after.keySet(), id -> !before.containsKey(id));
    ofToDo("kind", before, after, Recommendation::kind);
    followUps();
    doses();
    ofToDo(
        "dose-missing",
        before,
        after,
        each -> each.doseMissing().isEmpty() ? null : each.doseMissing());
    ofToDo("recommended-for", before, after, Recommendation::because);
  }

  private static Map<String, Recommendation> byId(TriageResult answer) {
    Map<String, Recommendation> byId = new LinkedHashMap<>();
    answer.recommendations().forEach(each -> byId.putIfAbsent(each.id(), each));
    return byId;
  }

  private void ofToDo(
      String key,
      Map<String, Recommendation> before,
      Map<String, Recommendation> after,
      Function<Recommendation, Object> said) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    before.forEach(
        (id, each) -> {
          Object now = after.containsKey(id) ? said.apply(after.get(id)) : null;
          if (after.containsKey(id) && said.apply(each) != null && !said.apply(each).equals(now)) {
            wanted.put(id, said.apply(each));
          }
        });
    if (!wanted.isEmpty()) {
      expect.put(key, wanted);
    }
  }

  /** What differs in a dose, and of which medicine. */
  private void doses() {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (Recommendation before : was.recommendations()) {
      List<Dose> now =
          is.recommendations().stream()
              .filter(each -> each.id().equals(before.id()))
              .map(Recommendation::dose)
              .toList();
      if (before.dose() != null && !now.isEmpty() && !now.contains(before.dose())) {
        Map<String, Object> parts = DoseExpectation.parts(before.dose());
        Map<String, Object> said = new LinkedHashMap<>();
        now.stream()
            .filter(Objects::nonNull)
            .map(DoseExpectation::parts)
            .forEach(
                other ->
                    parts.forEach(
                        (part, value) -> {
                          if (!Objects.equals(value, other.get(part))) {
                            said.put(part, value == null ? "none" : value);
                          }
                        }));
        if (!said.isEmpty()) {
          said.putIfAbsent("medication", parts.get("medication"));
          wanted.putIfAbsent(before.id(), said);
        }
      }
    }
    if (!wanted.isEmpty()) {
      expect.put("dose", wanted);
    }
  }

  /** The days of all visits of one follow-up. */
  private void followUps() {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (String id : byId(was).keySet()) {
      List<Integer> before = days(was, id);
      List<Integer> after = days(is, id);
      if (!after.isEmpty() && !before.contains(null) && !before.equals(after)) {
        wanted.put(id, before.size() == 1 ? before.get(0) : before);
      }
    }
    if (!wanted.isEmpty()) {
      expect.put("follow-up", wanted);
    }
  }

  private static List<Integer> days(TriageResult answer, String id) {
    return answer.recommendations().stream()
        .filter(each -> each.id().equals(id))
        .map(Recommendation::dueInDays)
        .toList();
  }

  private void whole() {
    say("urgency", answer -> answer.urgency().code());
    say("could-be", answer -> answer.couldBe().code());
    say("decided", TriageResult::decided);
    say("complete", TriageResult::complete);
    say(
        "referral",
        answer -> answer.referral() == null ? "none" : answer.referral().urgency().code());
    Set<String> asked = asked(was);
    Set<String> askedNow = asked(is);
    list("asks", asked, id -> !askedNow.contains(id));
    list("asks-not", askedNow, id -> !asked.contains(id));
    Set<String> warned = warned(was);
    Set<String> warnedNow = warned(is);
    list("warnings", warned, code -> !warnedNow.contains(code));
    list("warnings-not", warnedNow, code -> !warned.contains(code));
  }

  private void say(String key, Function<TriageResult, Object> said) {
    if (!said.apply(was).equals(said.apply(is))) {
      expect.put(key, said.apply(was));
    }
  }

  private static Set<String> asked(TriageResult answer) {
    return answer.stillToAssess().stream()
        .map(Question::dataElement)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> warned(TriageResult answer) {
    return answer.warnings().stream()
        .map(Warning::code)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
