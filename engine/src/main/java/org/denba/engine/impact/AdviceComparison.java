package org.denba.engine.impact;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;

/** Tells how what is recommended differs between two answers. */
final class AdviceComparison {

  private static final Set<String> TREATMENTS = Set.of("treatment", "pre-referral-treatment");
  private static final String NONE = "-";

  private final AnswerComparison.Found found;

  AdviceComparison(AnswerComparison.Found found) {
    this.found = found;
  }

  void of(TriageResult old, TriageResult now) {
    Map<String, Recommendation> before = byId(old);
    Map<String, Recommendation> after = byId(now);
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String key : all) {
      Recommendation was = before.get(key);
      Recommendation is = after.get(key);
      if (was == null) {
        boolean treatment = TREATMENTS.contains(is.kind());
        add(treatment ? MoveKind.TREATMENT_ADDED : MoveKind.ADVICE_ADDED, is, NONE, said(is));
      } else if (is == null) {
        boolean treatment = TREATMENTS.contains(was.kind());
        add(treatment ? MoveKind.TREATMENT_LOST : MoveKind.ADVICE_LOST, was, said(was), NONE);
      } else {
        both(was, is);
      }
    }
    String place = old.referral() == null ? NONE : old.referral().destination();
    String newPlace = now.referral() == null ? NONE : now.referral().destination();
    if (!Objects.equals(place, newPlace)) {
      found.add(
          now.referral() == null
              ? MoveKind.ADVICE_LOST
              : old.referral() == null ? MoveKind.ADVICE_ADDED : MoveKind.DESTINATION,
          "referral",
          "",
          place,
          newPlace);
    }
  }

  /** By id and medicine; one id may stand for several medicines. */
  private static Map<String, Recommendation> byId(TriageResult result) {
    Map<String, Recommendation> byId = new LinkedHashMap<>();
    for (Recommendation each : result.recommendations()) {
      String key = each.id() + (each.dose() == null ? "" : " " + each.dose().medication());
      for (int again = 2; byId.putIfAbsent(key, each) != null; again++) {
        key = each.id() + " " + again;
      }
    }
    Map<String, Recommendation> alone = new LinkedHashMap<>();
    Map<String, Long> times = new LinkedHashMap<>();
    byId.values().forEach(each -> times.merge(each.id(), 1L, Long::sum));
    // a single medicine is compared with the advice that gives no dose of it
    byId.forEach((key, each) -> alone.put(times.get(each.id()) == 1 ? each.id() : key, each));
    return alone;
  }

  private void both(Recommendation was, Recommendation is) {
    if (!was.kind().equals(is.kind())) {
      boolean lost = TREATMENTS.contains(was.kind()) && !TREATMENTS.contains(is.kind());
      add(lost ? MoveKind.TREATMENT_LOST : MoveKind.DOSE_CHANGES, was, was.kind(), is.kind());
    }
    if (was.dose() != null && is.dose() == null) {
      add(MoveKind.DOSE_LOST, was, said(was), NONE);
    } else if (was.dose() == null && is.dose() != null) {
      add(MoveKind.DOSE_ADDED, is, NONE, said(is));
    } else if (was.dose() != null) {
      MoveKind kind =
          was.dose().medication().equals(is.dose().medication())
              ? DoseComparison.of(was.dose(), is.dose()).orElse(null)
              : MoveKind.DOSE_CHANGES;
      if (kind != null) {
        add(kind, was, said(was), said(is));
      }
    }
    if (!Objects.equals(was.dueInDays(), is.dueInDays())) {
      add(MoveKind.FOLLOW_UP, was, days(was), days(is));
    }
  }

  private static String days(Recommendation of) {
    return of.dueInDays() == null ? NONE : of.dueInDays() + " d";
  }

  private static String said(Recommendation of) {
    return of.dose() != null ? DoseText.of(of.dose()) : of.kind();
  }

  private void add(MoveKind kind, Recommendation of, String from, String to) {
    found.add(kind, of.id(), of.text(), from, to);
  }
}
