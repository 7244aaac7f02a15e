package org.denba.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.approval.Approvals;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.rules.WorkbookPlaces;
import org.denba.engine.triage.CaseProbe;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.RuleVariants;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;

/**
 * The triage engine: it holds a set of rules and answers requests with them. Immutable and safe to
 * share between threads; rules that change make a new engine.
 */
public final class TriageEngine {

  private final RuleSet rules;
  private final RuleFiles files;
  private final EngineOptions options;

  private TriageEngine(RuleSet rules, RuleFiles files, EngineOptions options) {
    this.rules = rules;
    this.files = files;
    this.options = options;
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
    try {
      return new TriageEngine(RuleSet.load(files, options), files, options);
    } catch (RuleFileException e) {
      throw WorkbookPlaces.explained(files, e);
    }
  }

  /**
   * Triages one encounter (and its companion).
   *
   * @throws InvalidRequestException when the request cannot be evaluated; it names every reason
   */
  public TriageResult triage(TriageRequest request) {
    return triage(request, today());
  }

  /**
   * Triages one encounter as if today were another day: a case that was written down with its date
   * is answered as it was on that day, however long ago.
   *
   * @throws InvalidRequestException when the request cannot be evaluated; it names every reason
   */
  public TriageResult triage(TriageRequest request, LocalDate today) {
    return rules.triage(request, today);
  }

  /** The day that requests without a date are of, now. */
  public LocalDate today() {
    return options.today().get();
  }

  /**
   * The same rules without what this site sets and without its overlay. Cases are written for the
   * rule files' own parameter values, which a site may change or lock, and an overlay's for its
   * own.
   */
  public TriageEngine rulesAlone() {
    return siteChangesThem() || options.overlay() != null
        ? load(files, EngineOptions.defaults(options.today()))
        : this;
  }

  /** The same rules, and overlay, as cases see them: without what this site sets. */
  public TriageEngine forCases() {
    return options.overlay() == null ? rulesAlone() : overlayAlone();
  }

  /**
   * The same rules with their overlay, without what this site sets: an overlay's cases are written
   * for its own parameter values. Without an overlay the same as {@link #rulesAlone}.
   */
  public TriageEngine overlayAlone() {
    return siteChangesThem() ? load(files, options.overlayAlone()) : this;
  }

  private boolean siteChangesThem() {
    return !options.parameters().isEmpty()
        || !options.lockedParameters().isEmpty()
        || options.district() != null;
  }

  public DataDictionary dictionary() {
    return rules.dictionary();
  }

  /** The protocols as they were read, for those who prove, compare or show rules. */
  public List<Protocol> rules() {
    return rules.protocols();
  }

  /** Quick rule sets that differ from this engine's in one file, for those who judge rules. */
  public RuleVariants variants() {
    return rules.variants();
  }

  /** Looks into evaluations by one of these protocols: which rows they prove. */
  public CaseProbe probe(String protocol) {
    return new CaseProbe(rules, protocol);
  }

  /** The overlay's id, or empty where there is none. */
  public Optional<String> overlay() {
    return Optional.ofNullable(options.overlay());
  }

  /** The files that the rules were read from, without the overlay. */
  public RuleFiles files() {
    return files;
  }

  /** The same engine, whose answers say what these approve. Nothing is read or built again. */
  public TriageEngine approved(Approvals approvals) {
    return new TriageEngine(rules.approved(approvals), files, options);
  }

  /** What of a protocol is approved, row by row; empty where there is no such protocol. */
  public Optional<ProtocolApproval> approval(String protocol) {
    return rules.approval(protocol);
  }

  /** The findings to send instead of a derived element; empty where no protocol here derives it. */
  public List<String> computedFrom(DataElement derived) {
    return rules.computedFrom(derived);
  }

  /**
   * The district that a request counts for, as the overlay's table writes it: the one told, else
   * the site's; empty where none is told or the table does not have it. It is never a word of the
   * client's own.
   */
  public Optional<String> district(TriageRequest request) {
    return rules.district(request);
  }

  /** Rule files with the overlay of this engine over them; the same where it has none. */
  public RuleFiles overlaid(RuleFiles below) {
    return options.overlay() == null ? below : OverlayFiles.over(below, options.overlay());
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
