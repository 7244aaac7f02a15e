package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.dosing.Course;
import org.denba.engine.dosing.Dose;
import org.denba.engine.dosing.DoseAnswer;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.dosing.DoseContext;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.ActionRule.Extent;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.DayCount;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Recommendation;

/**
 * What to do: the actions of the proved rows, merged (one course for several reasons), with doses;
 * before an urgent referral only what a proved pink row names and what is marked as pre-referral,
 * as first doses.
 */
final class Recommendations {

  private static final String PRE_REFERRAL = "pre-referral-treatment";
  private static final String TREATMENT = "treatment";
  static final String FOLLOW_UP = "follow-up";
  private static final String ROW = "row.";
  private static final String WEIGHT_PATH = "findings.weight";
  private static final List<String> KINDS =
      List.of(
          PRE_REFERRAL,
          TREATMENT,
          "referral",
          "counselling",
          FOLLOW_UP,
          "return-immediately",
          "prevention");

  private final Map<String, Treatment> treatments;
  private final DoseBook doses;

  Recommendations(Map<String, Treatment> treatments, DoseBook doses) {
    this.treatments = treatments;
    this.doses = doses;
  }

  /** A treatment by its id; null where there is none. */
  Treatment treatment(String id) {
    return treatments.get(id);
  }

  /** What is wanted of one treatment, gathered from the rows that ask for it. */
  private static final class Wanted {
    private final Set<String> because = new LinkedHashSet<>();
    private String text = "";
    private Integer days;
    private boolean firstDose;
  }

  /**
   * @param outcome the evaluated rows
   * @param urgency the urgency of the answer
   * @param finalAdvice whether the answer is decided, complete and of today
   */
  List<Recommendation> of(
      Outcome outcome,
      Urgency urgency,
      boolean finalAdvice,
      DoseContext context,
      Texts texts,
      String language) {
    boolean urgent = urgency == Urgency.REFER_URGENT;
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    List<Recommendation> recommendations = new ArrayList<>();
    for (Outcome.Proved proved : outcome.proved()) {
      gather(outcome, proved.row(), urgent, wanted);
      new FollowUps(outcome, finalAdvice, texts, language)
          .add(proved.row(), urgent, recommendations);
    }
    if (!urgent && urgency != Urgency.UNDETERMINED) {
      // advice for home would read as leave to go while nothing is decided
      gather(outcome, null, false, wanted);
    }
    wanted.forEach(
        (id, want) ->
            add(
                treatments.get(id),
                want,
                urgent,
                finalAdvice,
                wanted,
                context,
                texts,
                language,
                recommendations));
    recommendations.sort(Comparator.comparingInt(r -> KINDS.indexOf(r.kind())));
    return List.copyOf(recommendations);
  }

  /**
   * What there is to say about the weight that doses rest on: it does not fit the age, or oedema
   * inflates it.
   */
  List<Notice> weightNotices(List<Recommendation> recommendations, DoseContext context) {
    List<Notice> notices = new ArrayList<>();
    List<String> dosed =
        recommendations.stream()
            .filter(r -> r.dose() != null)
            .map(Recommendation::id)
            .distinct()
            .toList();
    if (context.weightKg().isEmpty() || dosed.isEmpty()) {
      return notices;
    }
    if (dosed.stream().anyMatch(id -> doses.mismatch(id, context).isPresent())) {
      notices.add(new Notice("weight-for-age-mismatch", WEIGHT_PATH, Map.of()));
    }
    if (context.oedema()) {
      notices.add(new Notice("oedema-weight", WEIGHT_PATH, Map.of()));
    }
    return notices;
  }

  private void gather(Outcome outcome, Row row, boolean urgent, Map<String, Wanted> wanted) {
    Assessment assessment = outcome.encounter().assessment();
    Set<String> done = new HashSet<>();
    Protocol protocol = outcome.encounter().protocol();
    for (ActionRule rule : row == null ? protocol.actionsForAll() : protocol.actionsOf(row)) {
      if (rule.action().equals(ActionRule.FOLLOW_UP)
          || done.contains(rule.action())
          || !applies(rule, assessment)
          || (urgent && !beforeReferral(rule, row, protocol, assessment))) {
        continue;
      }
      done.add(rule.action());
      Wanted want = wanted.computeIfAbsent(rule.action(), id -> new Wanted());
      if (row != null) {
        want.because.add(row.id());
      }
      if (want.text.isEmpty()) {
        want.text = rule.text();
      }
      for (DayCount count : rule.days()) {
        count
            .days(assessment)
            .ifPresent(days -> want.days = want.days == null ? days : Math.max(days, want.days));
      }
      want.firstDose |=
          rule.extent() == Extent.FIRST_DOSE || urgent && rule.extent() != Extent.COURSE;
    }
  }

  private boolean beforeReferral(
      ActionRule rule, Row row, Protocol protocol, Assessment assessment) {
    if (row == null || !row.classifies()) {
      return false;
    }
    return row.colour() == Colour.PINK
        || treatments.get(rule.action()).preReferral()
            && protocol
                .beforeReferralIf(rule.action())
                .map(condition -> condition.certain(assessment))
                .orElse(true);
  }

  static boolean applies(ActionRule rule, Assessment assessment) {
    return (rule.when() == null || rule.when().certain(assessment))
        && (rule.unless() == null || !rule.unless().certain(assessment))
        && (rule.unlessPossible() == null || !rule.unlessPossible().possible(assessment));
  }

  private void add(
      Treatment treatment,
      Wanted want,
      boolean urgent,
      boolean finalAdvice,
      Map<String, Wanted> wanted,
      DoseContext context,
      Texts texts,
      String language,
      List<Recommendation> recommendations) {
    String kind = urgent && treatment.kind().equals(TREATMENT) ? PRE_REFERRAL : treatment.kind();
    String text =
        texts.get(
            language,
            textKey(treatment, want, texts, language),
            Map.of("rows", names(want, texts, language)));
    String alternative =
        treatment.alternativeTo().isEmpty() || !wanted.containsKey(treatment.alternativeTo())
            ? null
            : treatment.alternativeTo();
    List<String> because = List.copyOf(want.because);
    if (!treatment.dosed()) {
      recommendations.add(
          new Recommendation(
              kind,
              treatment.id(),
              text,
              because,
              finalAdvice,
              treatment.source(),
              null,
              List.of(),
              List.of(),
              alternative,
              null,
              null));
      return;
    }
    DoseAnswer answer = doses.dose(treatment.id(), context, new Course(want.days, want.firstDose));
    List<Dose> lines = new ArrayList<>(answer.doses());
    if (lines.isEmpty()) {
      lines.add(null);
    }
    List<String> notes = new ArrayList<>(answer.notes());
    if (answer.blockedReason() != null) {
      notes.add(answer.blockedReason());
    }
    for (Dose dose : lines) {
      recommendations.add(
          new Recommendation(
              kind,
              treatment.id(),
              text,
              because,
              finalAdvice,
              treatment.source(),
              dose,
              List.copyOf(answer.missing()),
              List.copyOf(notes),
              alternative,
              null,
              null));
    }
  }

  /** The rows that ask for it, by their names where the texts have some. */
  private static String names(Wanted want, Texts texts, String language) {
    return want.because.stream()
        .map(id -> texts.has(language, ROW + id) ? texts.get(language, ROW + id, Map.of()) : id)
        .collect(Collectors.joining(", "));
  }

  private static String textKey(Treatment treatment, Wanted want, Texts texts, String language) {
    String key = "recommendation." + (want.text.isEmpty() ? treatment.id() : want.text);
    String firstDose = key + ".first-dose";
    return want.firstDose && texts.has(language, firstDose) ? firstDose : key;
  }
}
