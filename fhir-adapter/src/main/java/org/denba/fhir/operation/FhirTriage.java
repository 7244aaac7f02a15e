package org.denba.fhir.operation;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.guidance.GuidanceBundle;
import org.denba.fhir.mapping.FhirDoor;
import org.denba.fhir.mapping.FhirEncounter;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.FhirParser;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LanguageTag;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.triage.TriageRegister;
import org.denba.fhir.triage.TriageResultWriter;

/**
 * {@code $triage} from the bytes of a request to those of its answer; the web and the command line
 * both use it. Thread-safe.
 */
public final class FhirTriage {

  private final ActiveRules rules;
  private final FhirParser parser;
  private final TriageResultWriter json;
  private final Clock clock;
  private final String software;
  private final TriageRegister register;

  /**
   * Only as many requests are worked on at once as there are processors: a large bundle takes
   * memory.
   */
  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private volatile Doors doors;

  /** The way in and out for one set of rules. */
  private record Doors(LoadedRules rules, FhirDoor in, GuidanceBundle out) {}

  /**
   * @param rules the rules in force
   * @param json writes the JSON answer that becomes the Binary
   * @param clock today and the zone of the service
   * @param software name and version of this software, for Provenance
   * @param register takes note of each answer
   */
  public FhirTriage(
      ActiveRules rules,
      FhirParser parser,
      TriageResultWriter json,
      Clock clock,
      String software,
      TriageRegister register) {
    this.rules = rules;
    this.parser = parser;
    this.json = json;
    this.clock = clock;
    this.software = software;
    this.register = register;
  }

  /**
   * @param body a Bundle or Parameters
   * @param in format of the body
   * @param out format of the answer
   * @param acceptLanguage the languages wanted where the request names none (header {@code
   *     Accept-Language}), or null
   * @throws org.denba.fhir.problem.ProblemException while no rules are loaded
   * @throws org.denba.fhir.mapping.UnreadableFhirException when the body is not FHIR R4
   * @throws InvalidRequestException when it was understood but cannot be evaluated; paths are
   *     FHIRPath
   */
  public Answer triage(byte[] body, FhirFormat in, FhirFormat out, String acceptLanguage) {
    LoadedRules active = rules.required();
    processors.acquireUninterruptibly();
    try {
      Doors current = doors(active);
      String language = LanguageTag.preferred(acceptLanguage, active.languages());
      FhirEncounter encounter = current.in().read(body, in, language, UnaryOperator.identity());
      TriageResult result = evaluate(active.engine()::triage, encounter);
      byte[] bundle = parser.write(current.out().write(result, encounter, json.write(result)), out);
      register.answered(active.engine(), encounter.request(), result);
      return new Answer(bundle, result.language());
    } catch (RuntimeException | StackOverflowError e) {
      register.refused(e);
      throw e;
    } finally {
      processors.release();
    }
  }

  /**
   * @param body the answer
   * @param language the language of its texts
   */
  public record Answer(byte[] body, String language) {}

  /**
   * The engine's own answer to a FHIR request, for a door that writes no FHIR.
   *
   * @param body a Bundle or Parameters
   * @param format format of the body
   * @param language the language wanted where the request names none
   * @param choices what goes before that which the request says
   * @throws org.denba.fhir.mapping.UnreadableFhirException when the body is not FHIR R4
   * @throws InvalidRequestException when it was understood but cannot be evaluated; paths are
   *     FHIRPath
   */
  public TriageResult result(
      byte[] body, FhirFormat format, String language, UnaryOperator<TriageRequest> choices) {
    return answered(body, format, language, choices).result();
  }

  /**
   * The same with the request as the engine evaluated it: of values that contradict each other
   * those of the more severe answer.
   */
  public Answered answered(
      byte[] body, FhirFormat format, String language, UnaryOperator<TriageRequest> choices) {
    LoadedRules active = rules.required();
    Map<TriageResult, TriageRequest> asked = new IdentityHashMap<>();
    TriageResult result =
        evaluate(
            request -> {
              TriageResult answer = active.engine().triage(request);
              asked.put(answer, request);
              return answer;
            },
            doors(active).in().read(body, format, language, choices));
    return new Answered(asked.get(result), result);
  }

  /** A request and the answer to it. */
  public record Answered(TriageRequest request, TriageResult result) {}

  private static TriageResult evaluate(
      Function<TriageRequest, TriageResult> engine, FhirEncounter encounter) {
    try {
      return new SevererAnswer(engine).triage(encounter);
    } catch (InvalidRequestException e) {
      throw new InvalidRequestException(inFhir(e.errors(), encounter::expression));
    }
  }

  private static List<RequestError> inFhir(
      List<RequestError> errors, Function<String, String> expression) {
    return errors.stream()
        .map(e -> new RequestError(expression.apply(e.path()), e.code(), e.message()))
        .toList();
  }

  private Doors doors(LoadedRules current) {
    Doors made = doors;
    if (made == null || made.rules() != current) {
      made = make(current);
      doors = made;
    }
    return made;
  }

  private Doors make(LoadedRules current) {
    RuleFiles tables = new WithBuiltIn(current.engine().overlaid(current.engine().files()));
    DataDictionary dictionary = current.engine().dictionary();
    try {
      FhirDoor in =
          new FhirDoor(
              tables,
              dictionary,
              current.findings(),
              new EngineScope(current.engine()),
              parser,
              clock);
      return new Doors(
          current, in, new GuidanceBundle(tables, dictionary, clock.getZone(), software));
    } catch (RuleFileException e) {
      throw new ProblemException(
          ProblemKind.NO_RULES, "a table of codes cannot be used: " + e.getMessage());
    }
  }
}
