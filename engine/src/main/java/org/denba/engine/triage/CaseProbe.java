package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.RuleFiles;

/**
 * Looks into the evaluation of a request: which rules fired, what stood in the assessment, which
 * rows won.
 */
public final class CaseProbe {

  private final Protocol protocol;
  private final LoadedProtocol loaded;
  private final Intake intake;

  /**
   * @param files the rule files
   * @param protocol the protocol by whose rules requests are evaluated
   */
  public CaseProbe(RuleFiles files, EngineOptions options, String protocol) {
    this(RuleSet.load(files, options), protocol);
  }

  /**
   * @param rules rules that were loaded before
   * @param protocol one of their protocols
   */
  public CaseProbe(RuleSet rules, String protocol) {
    this.loaded = rules.shipped(protocol);
    this.protocol = loaded.protocol();
    this.intake = rules.intake();
  }

  /**
   * What was seen.
   *
   * @param assessment every slot after the last stratum
   * @param proved the rows that are proved and win
   * @param urgent whether the patient is referred urgently
   */
  public record Seen(Assessment assessment, Set<Row> proved, boolean urgent) {

    /** Whether an action line of a proved row asks for its action. */
    public boolean applies(ActionRule action) {
      return (action.when() == null || action.when().certain(assessment))
          && (action.unless() == null || !action.unless().certain(assessment))
          && (action.unlessPossible() == null || !action.unlessPossible().possible(assessment));
    }

    /**
     * Whether an action line is looked at: its row is proved, or it is for everyone who is sent
     * home.
     */
    public boolean concerns(ActionRule action) {
      return action.forAll() ? !urgent : action.rows().stream().anyMatch(proved::contains);
    }
  }

  /** The protocol by whose rules requests are evaluated. */
  public Protocol protocol() {
    return protocol;
  }

  /**
   * Evaluates a request by this protocol; empty when the request cannot be evaluated or the patient
   * is outside its ages.
   */
  public Optional<Seen> see(TriageRequest request) {
    List<RequestError> errors = new ArrayList<>();
    Optional<PatientAge> age =
        PatientAge.read(request.patient(), request.findings(), request.date(), "", errors);
    Map<String, Object> parameters = new HashMap<>();
    request
        .parameters()
        .forEach(
            (id, value) ->
                protocol
                    .parameter(id)
                    .flatMap(parameter -> parameter.read(value))
                    .ifPresentOrElse(
                        read -> parameters.put(id, read),
                        () -> errors.add(new RequestError(id, "parameter-value", ""))));
    var band = protocol.file().ageMonths();
    boolean outside =
        age.isPresent()
            && band.isPresent()
            && (age.get().months().high() < band.get().from()
                || age.get().months().low() >= band.get().below());
    if (!errors.isEmpty() || outside) {
      return Optional.empty();
    }
    Outcome outcome =
        Outcome.of(
            intake.read(
                protocol,
                request.findings(),
                request.patient(),
                band.isPresent()
                    ? Optional.of(PatientAge.within(age, band.get(), request.date()))
                    : age,
                request.patient().sex(),
                request.date(),
                request.contact(),
                loaded.parametersFor(request.setting(), parameters)));
    return Optional.of(
        new Seen(
            outcome.encounter().assessment(),
            outcome.proved().stream().map(Outcome.Proved::row).collect(Collectors.toSet()),
            outcome.urgency() == Urgency.REFER_URGENT));
  }
}
