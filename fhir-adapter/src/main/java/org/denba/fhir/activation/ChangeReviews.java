package org.denba.fhir.activation;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesSource;

/**
 * The review of edited rules: an author proposes what is in the rules folder, a person reads what
 * becomes of patients, asks both sets of rules about one of them, and lets the change through or
 * sends it back. A Spring bean; thread-safe. How a page uses it:
 *
 * <ol>
 *   <li>{@link #all()} lists the changes, the newest first; {@link ProposedChange#waits()} tells
 *       which are to be decided. An activation that was held back since a patient could come to
 *       harm is one of them, as is what an author proposed ({@link #propose}).
 *   <li>{@link #find(String)} gives one by its id. {@link ProposedChange#steps()} is what the
 *       check, the cases, the proof and the comparison said.
 *   <li>{@link #impact(ProposedChange)} is the comparison on all cases and the invented patients:
 *       {@link ImpactOfChange#report()} and {@link ImpactOfChange#source()} go into {@link
 *       org.denba.fhir.impact.ImpactPage} as they are. It is remembered; where it is not (after a
 *       restart) it takes some seconds.
 *   <li>{@link #rules(ProposedChange)} holds both sets of rules: give {@link
 *       ComparedRules#before()} and {@link ComparedRules#after()} to {@link
 *       org.denba.fhir.triage.JsonTriage#result} to ask both about one patient.
 *   <li>{@link #approve} takes the digest of the impact that the reviewer saw ({@link
 *       ImpactOfChange#digest()}, a hidden field of the form), so that nobody lets through what
 *       nobody read. It runs off the request path: show {@link #await} or {@link #activation}. Its
 *       outcome is {@code active}; or {@code needs-acceptance} where other rules became active
 *       since (read and decide again); or {@code failed} with the step that failed.
 *   <li>{@link #sendBack} gives the change back to its author with a comment. Its files stay in the
 *       folder of versions, below {@code changes/}.
 * </ol>
 *
 * <p>Every mistake of a caller is a {@link ProblemException} whose message is for people. Who may
 * call is decided by {@link ManagementGuard}, which stands before the addresses {@code
 * /protocols/changes} and {@code /review}.
 */
public final class ChangeReviews {

  private static final int MOST_LOADED = 2;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_COMMENT = 1_000;

  private final Activator activator;
  private final ChangesOnDisk changes;
  private final Impacts impacts;
  private final UcumUnits units;
  private final Clock clock;

  /** The rules of the last changes that somebody looked at; they take seconds to read. */
  private final Map<String, ComparedRules> loaded =
      new LinkedHashMap<>(MOST_LOADED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ComparedRules> eldest) {
          return size() > MOST_LOADED;
        }
      };

  ChangeReviews(
      Activator activator, ChangesOnDisk changes, Impacts impacts, UcumUnits units, Clock clock) {
    this.activator = activator;
    this.changes = changes;
    this.impacts = impacts;
    this.units = units;
    this.clock = clock;
  }

  /** What to call a change. */
  static String name(ProposedChange change) {
    return "change " + change.id();
  }

  /** Every change that was ever proposed, the newest first. */
  public List<ProposedChange> all() {
    return changes.all();
  }

  /** The change of this id. */
  public Optional<ProposedChange> find(String id) {
    return changes.all().stream().filter(change -> change.id().equals(id)).findFirst();
  }

  /** Whether changes and what is decided about them survive a restart. */
  public boolean survivesRestart() {
    return activator.versions().durable();
  }

  /**
   * Begins to look at what is in the rules folder now; where every step passes it is a change that
   * waits. Only the outcome {@code failed} leaves none, and names what is wrong.
   *
   * @param author who proposes
   * @param reason why
   * @throws ProblemException {@link ProblemKind#CONFLICT} while an activation runs
   */
  public ActivationView propose(String author, String reason) {
    return view(
        activator.activate(
            new ActivationRequest(
                said("author", author, LONGEST_NAME),
                said("reason", reason, LONGEST_COMMENT),
                null,
                ActivationRequest.Mode.PROPOSE,
                null)));
  }

  /**
   * Lets a change through: it is verified again, compared with the rules that are active now, and
   * activated where that impact is the one that the reviewer read.
   *
   * @param id the change
   * @param reviewer who decides
   * @param comment why
   * @param impact the digest of the impact that the reviewer read
   * @throws ProblemException {@link ProblemKind#NOT_FOUND} or {@link ProblemKind#CONFLICT} where it
   *     does not wait, was verified with another overlay, or an activation runs
   */
  public ActivationView approve(String id, String reviewer, String comment, String impact) {
    ProposedChange change = waiting(id);
    checkOverlay(change);
    return view(
        activator.activate(
            new ActivationRequest(
                said("reviewer", reviewer, LONGEST_NAME),
                said("comment", comment, LONGEST_COMMENT),
                said("impact", impact, LONGEST_NAME),
                ActivationRequest.Mode.ACTIVATE,
                change)));
  }

  /**
   * Gives a change back to its author. Its files and the comment are kept.
   *
   * @throws ProblemException {@link ProblemKind#NOT_FOUND} or {@link ProblemKind#CONFLICT} where it
   *     does not wait or the comment cannot be written
   */
  public synchronized ProposedChange sendBack(String id, String reviewer, String comment) {
    String by = said("reviewer", reviewer, LONGEST_NAME);
    String why = said("comment", comment, LONGEST_COMMENT);
    ProposedChange change = waiting(id);
    if (activator.recent().stream().anyMatch(each -> each.isLettingThrough(id))) {
      throw new ProblemException(
          ProblemKind.CONFLICT, name(change) + " is being let through: wait for the end of that");
    }
    ProposedChange decided =
        change.decided(
            new ProposedChange.Decision(
                ProposedChange.State.SENT_BACK,
                by,
                why,
                clock.instant(),
                Proposals.number(activator.active().current().orElse(null)),
                0));
    try {
      changes.write(decided);
      return decided;
    } catch (IOException e) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "that cannot be written: check that "
              + activator.versions().root()
              + " may be written and the disk has room");
    }
  }

  /** How far an activation is that {@link #propose} or {@link #approve} began. */
  public Optional<ActivationView> activation(String id) {
    return activator.find(id).map(this::view);
  }

  /** The same, once it has ended or so many seconds are over. */
  public Optional<ActivationView> await(String id, int seconds) {
    return activator.find(id).map(running -> running.await(seconds, survivesRestart()));
  }

  /**
   * Both sets of rules. A change that waits is compared with the rules that are active now, one
   * that was decided with those that were active then. Takes seconds where they are not in memory.
   *
   * @throws ProblemException {@link ProblemKind#CONFLICT} where they cannot be read any more
   */
  public synchronized ComparedRules rules(ProposedChange change) {
    checkOverlay(change);
    String key = change.id() + " " + change.state().code();
    ComparedRules compared = loaded.get(key);
    if (compared == null || change.waits() && compared.before() != activator.active().required()) {
      compared = load(change);
      loaded.put(key, compared);
    }
    return compared;
  }

  private ComparedRules load(ProposedChange change) {
    LoadedRules after =
        loaded(new RulesSource(changes.files(change)), "the files of " + name(change));
    if (change.waits()) {
      LoadedRules active = activator.active().required();
      return new ComparedRules(active, after, ImpactStep.name(active), name(change));
    }
    int base = change.comparedWith();
    if (base == 0) {
      LoadedRules builtIn = loaded(new RulesSource(null), "the built-in rules");
      return new ComparedRules(builtIn, after, ImpactStep.BUILT_IN, name(change));
    }
    String version = "version " + base;
    LoadedRules before =
        activator
            .versions()
            .find(String.valueOf(base))
            .map(found -> loaded(new RulesSource(found.folder()), version))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.CONFLICT,
                        version + " is not there any more: restore it from a copy"));
    return new ComparedRules(before, after, version, name(change));
  }

  private LoadedRules loaded(RulesSource source, String name) {
    return new RulesReading(activator, units).read(source, name);
  }

  /**
   * What becomes of patients.
   *
   * @throws ProblemException {@link ProblemKind#CONFLICT} where the rules cannot be read any more
   */
  public ImpactOfChange impact(ProposedChange change) {
    ComparedRules rules = rules(change);
    return impacts.between(
        rules.before().engine(), rules.after().engine(), rules.beforeName(), rules.afterName());
  }

  private ProposedChange waiting(String id) {
    ProposedChange change =
        find(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "there is no change "
                            + Quoted.of(id)
                            + ": see GET "
                            + ReviewController.CHANGES));
    if (!change.waits()) {
      ProposedChange.Decision decision = change.decision();
      throw new ProblemException(
          ProblemKind.CONFLICT,
          name(change)
              + (decision.state() == ProposedChange.State.ACTIVATED
                  ? " became version " + decision.version() + " by "
                  : " was sent back by ")
              + decision.reviewer()
              + ": "
              + decision.comment());
    }
    return change;
  }

  private void checkOverlay(ProposedChange change) {
    if (!Objects.equals(change.overlay(), activator.options().overlay())) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          name(change)
              + " was proposed with "
              + (change.overlay() == null ? "no overlay" : "the overlay " + change.overlay())
              + ": start the service with that overlay to look at it");
    }
  }

  private static String said(String field, String text, int longest) {
    String said = text == null ? "" : text.strip();
    if (said.isEmpty()) {
      throw new ProblemException(
          ProblemKind.INVALID, field + ": say it, it is kept for whoever asks later");
    }
    if (said.length() > longest) {
      throw new ProblemException(
          ProblemKind.INVALID,
          field + ": " + said.length() + " characters: at most " + longest + " are kept");
    }
    return said;
  }

  private ActivationView view(Activation activation) {
    return activation.view(survivesRestart());
  }
}
