package org.denba.fhir.workbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.workbench.booklet.Booklet;
import org.denba.fhir.workbench.booklet.Booklets;
import org.denba.fhir.workbench.coverage.Coverage;
import org.denba.fhir.workbench.coverage.Coverages;
import org.springframework.context.MessageSource;

/** One set of rules as pages show it; what does not change is worked out once. Thread-safe. */
public final class RulesView {

  private final LoadedRules rules;
  private final Booklets booklets;
  private final Coverages coverages;
  private final Map<String, List<ProtocolDescription>> protocols = new ConcurrentHashMap<>();
  private final Map<String, Optional<Booklet>> written = new ConcurrentHashMap<>();
  private final AtomicBoolean warmed = new AtomicBoolean();

  RulesView(LoadedRules rules, MessageSource messages, Supplier<LocalDate> today) {
    this.rules = rules;
    this.coverages = new Coverages(rules.engine(), today);
    this.booklets = new Booklets(rules.engine(), messages);
  }

  /** The rules that are shown. */
  public LoadedRules rules() {
    return rules;
  }

  /** What there is to know of each protocol, in this language. */
  public List<ProtocolDescription> protocols(String language) {
    return protocols.computeIfAbsent(language, rules.engine()::protocols);
  }

  /** One protocol; empty where there is none of this id. */
  public Optional<ProtocolDescription> protocol(String id, String language) {
    return protocols(language).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The booklet of a protocol in one of the rules' languages; empty where there is no such one. */
  public Optional<Booklet> booklet(String id, String language) {
    // only what there is is kept, so that addresses that somebody makes up take no memory
    return protocol(id, language)
        .flatMap(
            found ->
                written.computeIfAbsent(
                    language + "/" + id, key -> Optional.of(booklets.write(found))));
  }

  /**
   * The booklet of a protocol.
   *
   * @throws ProblemException where there is no protocol of this id
   */
  public Booklet requiredBooklet(String id, String language) {
    List<String> ids = protocols(language).stream().map(ProtocolDescription::id).toList();
    return booklet(id, language).orElseThrow(() -> NoSuch.problem("protocol", id, ids));
  }

  /** Every booklet in one of the rules' languages, in the order of the rules. */
  public List<Booklet> booklets(String language) {
    return protocols(language).stream().map(each -> requiredBooklet(each.id(), language)).toList();
  }

  /** A case of the rules; empty where the protocol has none of this id. */
  public Optional<ClinicalCase> clinicalCase(String protocol, String id) {
    return protocol(protocol, rules.languages().get(0)).isEmpty()
        ? Optional.empty()
        : coverages.clinicalCase(protocol, id);
  }

  /**
   * Begins in the background what pages would have to wait for: the booklets are written in every
   * language, and the cases are run.
   */
  void warm() {
    coverages.start();
    if (!warmed.getAndSet(true)) {
      Thread thread = new Thread(() -> rules.languages().forEach(this::booklets), "booklets");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  /** The cases that cover the rows of a protocol, as far as they were run by now. */
  public Coverage coverage(String protocol) {
    return coverages.of(protocol);
  }
}
