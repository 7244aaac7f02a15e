package org.denba.engine.second;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.EngineSide;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.TriageRequest;

/**
 * One shipped protocol, read by the engine and read plainly.
 *
 * @param protocol as the engine read it
 * @param rules as they stand in the files
 * @param engine the engine's answers
 * @param compared counts the patients of whom both were asked
 */
record BothSides(Protocol protocol, PlainRules rules, EngineSide engine, AtomicLong compared) {

  static final LocalDate DAY = LocalDate.of(2026, 11, 29);
  static final RuleFiles FILES = ClassPathRuleFiles.builtIn();
  static final RuleSet RULES = RuleSet.load(FILES, EngineOptions.defaults(() -> DAY));

  /** How many disagreements are shown. */
  static final int SHOWN = 3;

  private static final Map<String, BothSides> READ = new ConcurrentHashMap<>();

  static Stream<BothSides> protocols() {
    return RULES.protocols().stream().map(BothSides::of);
  }

  static BothSides of(Protocol protocol) {
    return READ.computeIfAbsent(
        protocol.id(), id -> of(protocol, path -> FILES.find(path).orElse("")));
  }

  /** The same, the plain side reading other files. */
  static BothSides of(Protocol protocol, Function<String, String> files) {
    return new BothSides(
        protocol,
        new PlainRules(files, protocol.id()),
        new EngineSide(RULES, FILES, protocol.id()),
        new AtomicLong());
  }

  /** What the two say of a patient where they disagree; empty where they agree. */
  Optional<String> disagree(TriageRequest request) {
    Optional<EngineSide.Seen> seen = engine.see(request);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    compared.incrementAndGet();
    PlainAnswer answer = answer(request, seen.get());
    return answer.equals(seen.get().answer())
        ? Optional.empty()
        : Optional.of(request + "\n engine: " + seen.get().answer() + "\n plain:  " + answer);
  }

  private PlainAnswer answer(TriageRequest request, EngineSide.Seen seen) {
    Contact contact = EngineSide.contact(request);
    Map<String, Object> parameters = new HashMap<>();
    request
        .parameters()
        .forEach(
            (id, value) -> {
              if (rules.parameters.containsKey(id)) {
                parameters.put(id, value);
              }
            });
    Visit visit =
        new Visit(contact.setting(), contact.followUp(), contact.earlierRows(), parameters);
    Picture before = new Picture(rules, Map.of(), Map.of(), visit);
    String lacks = rules.parameters.containsKey("site.lacks") ? before.parameter("site.lacks") : "";
    Map<String, Finding> told = PlainIntake.read(rules, seen.told(), lacks);
    return PlainAnswer.of(rules, new Picture(rules, told, seen.computed(), visit));
  }

  /** The first disagreements over some patients. */
  List<String> disagreements(Stream<TriageRequest> requests) {
    return requests.parallel().map(this::disagree).flatMap(Optional::stream).limit(SHOWN).toList();
  }

  @Override
  public String toString() {
    return protocol.id();
  }
}
