package org.denba.fhir.triage;

import java.util.concurrent.Semaphore;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.json.StrictJson;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.UnreadableBodyException;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LanguageTag;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.settings.DenbaProperties;

/**
 * From the bytes of a request to the bytes of its answer. Only as many requests are worked on at
 * once as there are processors, so that memory does not depend on how many clients wait.
 * Thread-safe.
 */
public final class JsonTriage {

  private final ActiveRules active;
  private final DenbaProperties properties;
  private final TriageRegister register;
  private final StrictJson json = new StrictJson();
  private final TriageResultWriter writer;
  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /**
   * @param register takes note of each answer
   */
  public JsonTriage(
      ActiveRules active,
      TriageResultWriter writer,
      DenbaProperties properties,
      TriageRegister register) {
    this.active = active;
    this.writer = writer;
    this.properties = properties;
    this.register = register;
  }

  /**
   * @param body a request in JSON
   * @param acceptLanguage the header of that name, or null
   * @throws UnreadableBodyException when the body is no JSON
   * @throws InvalidRequestException when the request cannot be evaluated
   * @throws ProblemException while no rules are loaded
   */
  public Answer answer(byte[] body, String acceptLanguage) {
    return answer(active.required(), body, acceptLanguage);
  }

  /** The same by rules that the caller holds on to: all answers of one call come from one set. */
  Answer answer(LoadedRules rules, byte[] body, String acceptLanguage) {
    processors.acquireUninterruptibly();
    try {
      TriageRequest request = request(rules, body, acceptLanguage);
      TriageResult result = rules.engine().triage(request);
      Answer answer = new Answer(writer.write(result), result.language());
      register.answered(rules.engine(), request, result);
      return answer;
    } catch (RuntimeException | StackOverflowError e) {
      register.refused(e);
      throw e;
    } finally {
      processors.release();
    }
  }

  /**
   * The same by rules that the caller holds, as the result itself: for doors that show the answer
   * in another form. It is not entered in the register: the simulator's patients are made up.
   *
   * @throws UnreadableBodyException when the body is no JSON
   * @throws InvalidRequestException when the request cannot be evaluated
   */
  public TriageResult result(LoadedRules rules, byte[] body, String acceptLanguage) {
    processors.acquireUninterruptibly();
    try {
      return rules.engine().triage(request(rules, body, acceptLanguage));
    } finally {
      processors.release();
    }
  }

  /**
   * A request as it is understood, not yet answered.
   *
   * @throws UnreadableBodyException when the body is no JSON
   * @throws InvalidRequestException when it cannot be a request
   */
  public TriageRequest request(LoadedRules rules, byte[] body, String acceptLanguage) {
    return new TriageRequestReader(
            rules.findings(), properties.zone(), properties.limits().findings())
        .read(json.parse(body), LanguageTag.preferred(acceptLanguage, rules.languages()));
  }

  /**
   * @param json the answer
   * @param language the language of its texts
   */
  public record Answer(byte[] json, String language) {}
}
