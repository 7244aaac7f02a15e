package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dosing.DoseContext;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Status;

/**
 * Puts an outcome into words: classifications with their reasons, questions, recommendations,
 * referral and summary.
 */
final class Answer {

  private static final String WEIGHT = "weight";
  private static final String AGE_MONTHS = "age-months";

  private final LoadedProtocol loaded;
  private final Outcome outcome;
  private final ParameterValues active;
  private final DataDictionary dictionary;
  private final Texts texts;
  private final String language;
  private final Explanation explanation;

  /**
   * @param active the parameter values of this service for this patient, before those of the
   *     request
   */
  Answer(
      LoadedProtocol loaded,
      Outcome outcome,
      ParameterValues active,
      DataDictionary dictionary,
      String language) {
    this.loaded = loaded;
    this.outcome = outcome;
    this.active = active;
    this.dictionary = dictionary;
    this.texts = loaded.texts();
    this.language = language;
    this.explanation = new Explanation(outcome, dictionary);
  }

  /**
   * @param couldBe the highest urgency that is not ruled out, other protocols that may apply
   *     included
   * @param ageOpen the age must be known before the protocol is certain
   * @param staleSince the day of a past visit, or null
   * @param path what stands before the paths of this patient's warnings
   */
  TriageResult result(
      TriageRequest request,
      Urgency couldBe,
      boolean ageOpen,
      LocalDate staleSince,
      Recommendations recommendations,
      List<Warning> warnings,
      String path,
      TriageResult companion) {
    // a proved green row counts only while nothing more severe is possible, in another protocol too
    Urgency proved = outcome.urgency();
    Urgency urgency =
        proved == Urgency.HOME_CARE && couldBe != proved ? Urgency.UNDETERMINED : proved;
    boolean decided = urgency == couldBe;
    boolean complete = outcome.complete() && !ageOpen;
    List<Classification> classifications = classifications();
    ReferralWords referral =
        new ReferralWords(
            texts, language, loaded.protocol().file().referralFlags(), classifications);
    List<Question> questions = questions(ageOpen);
    boolean closed = decided && complete;
    Encounter encounter = outcome.encounter();
    DoseContext doseContext = doseContext();
    List<TriageResult.Recommendation> toDo =
        recommendations.of(
            outcome, urgency, closed && staleSince == null, doseContext, texts, language);
    Wording wording = new Wording(texts, language);
    List<Warning> allWarnings = new ArrayList<>(warnings);
    recommendations
        .weightNotices(toDo, doseContext)
        .forEach(notice -> allWarnings.add(wording.warning(notice).below(path)));
    return new TriageResult(
        request.id(),
        new TriageResult.ProtocolRef(
            loaded.protocol().id(),
            loaded.protocol().file().version(),
            loaded.protocol().digest(),
            loaded.approval(),
            loaded.approvalText(language),
            loaded.overlay()),
        encounter.date(),
        language,
        urgency,
        couldBe,
        decided,
        complete,
        new Summary(texts, language)
            .of(
                urgency,
                closed,
                !loaded.protocol().file().nothingRuledOut(),
                referral.variant(),
                classifications,
                questions,
                staleSince),
        classifications,
        questions,
        toDo,
        referral.of(classifications, request.setting()),
        companion,
        parameterChoices(),
        List.copyOf(allWarnings));
  }

  private List<Classification> classifications() {
    List<Classification> proved = new ArrayList<>();
    for (Outcome.Proved row : outcome.proved()) {
      if (row.row().classifies()) {
        proved.add(
            classification(row.row(), row.urgency(), Status.PROVED, row.provisional(), row.held()));
      }
    }
    List<Classification> open = new ArrayList<>();
    for (Outcome.Open row : outcome.open()) {
      boolean listed =
          proved.stream().anyMatch(c -> c.rule().equals(row.row().id()))
              || open.stream()
                  .anyMatch(
                      c ->
                          c.rule().equals(row.row().id())
                              && c.id().equals(row.row().classification()));
      if (!listed) {
        open.add(classification(row.row(), row.urgency(), Status.NOT_RULED_OUT, false, false));
      }
    }
    Comparator<Classification> byUrgency = Comparator.comparing(Classification::urgency).reversed();
    proved.sort(byUrgency);
    open.sort(byUrgency);
    proved.addAll(open);
    return List.copyOf(proved);
  }

  private Classification classification(
      Row row, Urgency urgency, Status status, boolean provisional, boolean held) {
    boolean proved = status == Status.PROVED;
    return new Classification(
        row.chart(),
        row.id(),
        row.classification(),
        label(row),
        row.colour(),
        urgency,
        status,
        provisional,
        held,
        proved ? explanation.because(row) : List.of(),
        proved ? List.of() : ids(row),
        row.source(),
        flags(row, proved),
        loaded.approval(row.id()));
  }

  /** A classification may be called otherwise where a community health worker sees the patient. */
  private String label(Row row) {
    String key = "classification." + row.classification() + ".label";
    String here = key + "." + outcome.encounter().assessment().setting();
    return texts.get(language, texts.has(language, here) ? here : key, Map.of());
  }

  /** Blocks of one row with one classification are listed once. */
  private static boolean saysTheSame(Row one, Row other) {
    return one.id().equals(other.id()) && one.classification().equals(other.classification());
  }

  private List<String> ids(Row row) {
    int[] rank = loaded.questionRank();
    BitSet missing = new BitSet();
    for (Outcome.Open block : outcome.open()) {
      if (saysTheSame(block.row(), row)) {
        missing.or(explanation.missing(block.row()));
      }
    }
    List<DataElement> elements = new ArrayList<>(missing.cardinality());
    for (int slot = missing.nextSetBit(0); slot >= 0; slot = missing.nextSetBit(slot + 1)) {
      elements.add(dictionary.elements().get(slot));
    }
    elements.sort(Comparator.comparingInt(element -> rank[element.index()]));
    List<String> ids = new ArrayList<>(elements.size());
    for (DataElement element : elements) {
      ids.add(element.id());
    }
    return ids;
  }

  private List<String> flags(Row row, boolean proved) {
    if (!proved) {
      return List.of();
    }
    List<String> flags = new ArrayList<>();
    for (Row.Line line : row.lines()) {
      if (!line.flag().isEmpty()
          && outcome.isCertain(line.alternative())
          && !flags.contains(line.flag())) {
        flags.add(line.flag());
      }
    }
    return flags;
  }

  private List<Question> questions(boolean ageOpen) {
    List<Integer> order =
        new ArrayList<>(
            new QuestionOrder(outcome, explanation.leaves(), loaded.questionRank()).order());
    if (ageOpen) {
      Integer age = dictionary.element(AGE_MONTHS).orElseThrow().index();
      order.remove(age);
      order.add(0, age);
    }
    return order.stream().map(slot -> question(dictionary.elements().get(slot))).toList();
  }

  private Question question(DataElement element) {
    return new Question(
        element.id(),
        element.label(language),
        question(element.id(), element.question(language)),
        element.type().name().toLowerCase(java.util.Locale.ROOT),
        element.unit().isEmpty() ? null : element.unit(),
        options(element),
        couldChange(element));
  }

  /** A protocol may ask in words of its own (a woman is not "the child"). */
  private String question(String element, String otherwise) {
    String key = "question." + element;
    String again = key + ".follow-up";
    if (outcome.encounter().assessment().contact().followUp() && texts.has(language, again)) {
      return texts.get(language, again, Map.of());
    }
    return texts.has(language, key) ? texts.get(language, key, Map.of()) : otherwise;
  }

  private List<TriageResult.Option> options(DataElement element) {
    return dictionary.values(element).stream()
        .map(value -> new TriageResult.Option(value.code(), value.label(language)))
        .toList();
  }

  private List<String> couldChange(DataElement element) {
    List<String> rows = openRows(explanation::missing, element);
    // where no row reads it, it only says whether another question needs an answer
    return rows.isEmpty() ? openRows(explanation::missingByGuard, element) : rows;
  }

  private List<String> openRows(Function<Row, BitSet> unknown, DataElement element) {
    return Stream.concat(outcome.open().stream(), outcome.openGreen().stream())
        .map(Outcome.Open::row)
        .filter(row -> unknown.apply(row).get(element.index()))
        .map(Row::id)
        .distinct()
        .toList();
  }

  private List<TriageResult.ParameterChoice> parameterChoices() {
    ParameterValues used = outcome.encounter().assessment().parameters();
    List<TriageResult.ParameterChoice> choices = new ArrayList<>();
    for (int p = 0; p < used.size(); p++) {
      if (!active.text(p).equals(used.text(p))) {
        choices.add(
            new TriageResult.ParameterChoice(
                used.id(p),
                Explanation.number(used.value(p)),
                Explanation.number(active.value(p))));
      }
    }
    return choices;
  }

  private DoseContext doseContext() {
    int weight = dictionary.element(WEIGHT).orElseThrow().index();
    return ChildForDose.of(outcome.encounter(), weight, language);
  }
}
