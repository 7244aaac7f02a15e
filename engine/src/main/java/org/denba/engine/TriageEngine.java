package org.denba.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;

/**
 * The triage engine: it holds a set of rules and answers requests with them. Immutable and safe to share between threads; rules that
 * change make a new engine.
 */
public final class TriageEngine {

  private final RuleSet rules;

  private TriageEngine(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Reads a set of rules; today is the system's day.
   *
   * @throws RuleFileException when a file cannot be used; names file, row and what is wrong
   */
  public static TriageEngine load(RuleFiles files) {
    return load(files, EngineOptions.defaults(LocalDate::now));
  }

  /**
   * Reads a set of rules.
   *
   * @throws RuleFileException when a file cannot be used; names file, row and what is wrong
   */
  public static TriageEngine load(RuleFiles files, EngineOptions options) {
    return new TriageEngine(RuleSet.load(files, options));
  }

  /**
   * Triages one encounter (and its companion).
   *
   * @throws InvalidRequestException when the request cannot be evaluated; it names every reason
   */
  public TriageResult triage(TriageRequest request) {
    return rules.triage(request);
  }

  public DataDictionary dictionary() {
    return rules.dictionary();
  }

  /** The languages that every text of the rules has. */
  public List<String> languages() {
    return rules.languages();
  }

  /** The ids of all protocols that a request may name, shipped or not. */
  public Set<String> knownProtocols() {
    return rules.knownProtocols();
  }

  /** What there is to know of each protocol, in this language. */
  public List<ProtocolDescription> protocols(String language) {
    return rules.descriptions(language);
  }

  public Optional<ProtocolDescription> protocol(String id, String language) {
    return protocols(language).stream().filter(protocol -> protocol.id().equals(id)).findFirst();
  }
}
