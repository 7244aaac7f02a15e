package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.List;
import org.denba.engine.dosing.Dose;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.OverlayRef;

/**
 * The answer to a {@link TriageRequest}: what is proved, what cannot be ruled out, and the fewest
 * questions that would decide.
 *
 * @param id the client's id of the encounter, or null
 * @param protocol the protocol that was used
 * @param date day of the assessment
 * @param language language of the texts
 * @param urgency the highest urgency that is proved
 * @param couldBe the highest urgency that is not ruled out
 * @param decided {@code urgency} equals {@code couldBe}
 * @param complete no chart is left open
 * @param summary one safe sentence for a client that shows nothing else
 * @param classifications proved rows and rows that are not ruled out, most urgent first
 * @param stillToAssess the questions that would close what is open, in order; empty exactly when
 *     complete
 * @param recommendations what to do
 * @param referral where to send the patient, or null
 * @param companion the answer for the second patient, or null
 * @param parameters the parameters of this request that differ from the service's active values
 * @param warnings how the request was read where that is not obvious
 */
public record TriageResult(
    String id,
    ProtocolRef protocol,
    LocalDate date,
    String language,
    Urgency urgency,
    Urgency couldBe,
    boolean decided,
    boolean complete,
    String summary,
    List<Classification> classifications,
    List<Question> stillToAssess,
    List<Recommendation> recommendations,
    Referral referral,
    TriageResult companion,
    List<ParameterChoice> parameters,
    List<Warning> warnings) {

  TriageResult withCompanion(TriageResult other) {
    return with(summary, recommendations, other);
  }

  TriageResult withSummary(String sentence) {
    return with(sentence, recommendations, companion);
  }

  TriageResult withRecommendations(List<Recommendation> toDo) {
    return with(summary, List.copyOf(toDo), companion);
  }

  private TriageResult with(String sentence, List<Recommendation> toDo, TriageResult other) {
    return new TriageResult(
        id,
        protocol,
        date,
        language,
        urgency,
        couldBe,
        decided,
        complete,
        sentence,
        classifications,
        stillToAssess,
        toDo,
        referral,
        other,
        parameters,
        warnings);
  }

  /**
   * Which rules gave the answer.
   *
   * @param id protocol id, or {@code out-of-scope}
   * @param version the protocol's version
   * @param digest digest of the rule files, {@code sha256:…}
   * @param approval {@code draft} until clinicians approved every row of these rules, then {@code
   *     approved by NAME (ROLE), DATE}
   * @param approvalText the same as a sentence in the answer's language
   * @param overlay the country overlay over the rules, or null
   */
  public record ProtocolRef(
      String id,
      String version,
      String digest,
      String approval,
      String approvalText,
      OverlayRef overlay) {

    /** Rules without an overlay. */
    public ProtocolRef(
        String id, String version, String digest, String approval, String approvalText) {
      this(id, version, digest, approval, approvalText, null);
    }
  }

  /** Whether a row is known to apply. */
  public enum Status {
    PROVED("proved"),
    NOT_RULED_OUT("not-ruled-out");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * One row of a chart.
   *
   * @param chart chart id
   * @param rule row id of the clinical reference
   * @param id classification id
   * @param label its name in the answer's language
   * @param colour pink, yellow or green
   * @param urgency its urgency
   * @param status proved or not ruled out
   * @param provisional proved, while a more severe row of the chart is not ruled out
   * @param held a danger sign that is held (general danger signs, exception of the reference)
   * @param because the findings that the true alternatives used
   * @param missing the unknown data elements of the alternatives that are still possible
   * @param source the clinical source
   * @param flags what else a reader should know ({@code single-indicator})
   * @param approval {@code draft}, or {@code approved by NAME (ROLE), DATE} when a clinician
   *     approved this row as it is
   */
  public record Classification(
      String chart,
      String rule,
      String id,
      String label,
      Colour colour,
      Urgency urgency,
      Status status,
      boolean provisional,
      boolean held,
      List<Because> because,
      List<String> missing,
      String source,
      List<String> flags,
      String approval) {}

  /**
   * One finding or parameter that an answer rests on.
   *
   * @param dataElement the data element, or null for a parameter
   * @param parameter the parameter, or null for a data element
   * @param value a Boolean, Number, String (code or date), {@link Range} or {@link NotDone}
   * @param unit UCUM unit of a quantity, else null
   */
  public record Because(String dataElement, String parameter, Object value, String unit) {}

  /** A quantity that is known only as lying between two values. */
  public record Range(Number low, Number high) {}

  /** A finding that was not done, with its reason. */
  public record NotDone(String notDone) {}

  /**
   * A question that would help to close an open chart.
   *
   * @param dataElement what to assess
   * @param label its name
   * @param question what to ask or do
   * @param type boolean, quantity, coded, date or list
   * @param unit UCUM unit of a quantity, else null
   * @param options the codes and names of a coded element, else empty
   * @param couldChange rows that the answer could prove or rule out
   */
  public record Question(
      String dataElement,
      String label,
      String question,
      String type,
      String unit,
      List<Option> options,
      List<String> couldChange) {}

  /** A code that answers a question. */
  public record Option(String code, String label) {}

  /**
   * Something to do.
   *
   * @param kind pre-referral-treatment, treatment, referral, counselling, follow-up,
   *     return-immediately, prevention
   * @param id id of the reference ({@code TX-AMOX}, {@code FU-COU-3})
   * @param text what to do, in the answer's language
   * @param because the rows that ask for it
   * @param finalAdvice false while the answer is not decided and complete: prepare it, do not send
   *     the patient home with it
   * @param source the clinical source
   * @param dose the dose, or null
   * @param doseMissing data elements without which no dose can be shown
   * @param notes what to heed ("weigh the child")
   * @param alternativeTo the recommendation that this one replaces where that is not possible, or
   *     null
   * @param dueInDays days until a follow-up, else null
   * @param due the day of a follow-up, else null
   */
  public record Recommendation(
      String kind,
      String id,
      String text,
      List<String> because,
      boolean finalAdvice,
      String source,
      Dose dose,
      List<String> doseMissing,
      List<String> notes,
      String alternativeTo,
      Integer dueInDays,
      LocalDate due) {}

  /**
   * Where to send the patient.
   *
   * @param urgency refer-urgent or refer-nonurgent
   * @param destination where, in the answer's language
   * @param reasons rows that ask for it
   * @param text one sentence
   */
  public record Referral(Urgency urgency, String destination, List<String> reasons, String text) {}

  /** A parameter that this request set to another value than the service's. */
  public record ParameterChoice(String id, Object value, Object active) {}
}
