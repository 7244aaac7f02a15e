package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.CaseAnswer;

/**
 * Answers every patient of a cohort and every case with two sets of rules, and tells who gets
 * another answer. The cohort is read as it comes and nothing is kept of it but a few examples, so
 * memory does not depend on its length; the report does not depend on the number of threads.
 */
public final class Impact {

  private static final int THREADS = 2;
  private static final int CHUNK = 64;
  private static final int MOST_WAITING = 8;
  private static final int MOST_UNREADABLE = 20;

  private final TriageEngine before;
  private final TriageEngine after;
  private final ImpactOptions options;
  private final Unchanged unchanged;
  private final MoveTally tally = new MoveTally();
  private final List<CohortLine.Unreadable> unreadable = new ArrayList<>();
  private long skipped;
  private long unreadableLines;

  private Impact(TriageEngine before, TriageEngine after, ImpactOptions options) {
    this.before = before;
    this.after = after;
    this.options = options;
    this.unchanged = Unchanged.between(before, after);
  }

  /** What was found for one patient; no moves where nothing differs. */
  private record Compared(CohortLine line, CaseAnswer before, CaseAnswer after, List<Move> moves) {}

  /**
   * Compares everything on this day.
   *
   * @param before the rules that are in use
   * @param after the rules that may replace them, loaded with the same options
   * @param cohort the patients
   */
  public static ImpactReport between(
      TriageEngine before, TriageEngine after, Iterator<CohortLine> cohort, LocalDate day) {
    return between(before, after, cohort, ImpactOptions.everything(day));
  }

  /** Compares what the options say. */
  public static ImpactReport between(
      TriageEngine before, TriageEngine after, Iterator<CohortLine> cohort, ImpactOptions options) {
    return new Impact(before, after, options).report(cohort);
  }

  /**
   * The same report with the names of rows, treatments and questions in another language.
   *
   * @param report of these two sets of rules on this day
   * @param language a language of the rules
   */
  public static ImpactReport inLanguage(
      ImpactReport report,
      TriageEngine before,
      TriageEngine after,
      String language,
      LocalDate day) {
    return new MoveLabels(before, after, language, day).of(report);
  }

  /** The protocols of either that an option names, or all; for choosing a cohort. */
  public static Set<String> protocols(TriageEngine before, TriageEngine after) {
    Set<String> ids = new java.util.TreeSet<>();
    before.rules().forEach(protocol -> ids.add(protocol.id()));
    after.rules().forEach(protocol -> ids.add(protocol.id()));
    return ids;
  }

  private ImpactReport report(Iterator<CohortLine> cohort) {
    RuleChanges changes = RuleChanges.between(before.files(), after.files());
    compareAll(cohort);
    List<String> differing =
        protocols(before, after).stream()
            .filter(options::wants)
            .filter(id -> !unchanged.isSame(id))
            .toList();
    List<ChangedCase> cases =
        options.cases()
            ? CaseImpact.of(before, after, differing, changes.files(), options.day())
            : List.of();
    List<SpaceChange> space =
        options.inputSpace() ? SpaceImpact.of(before, after, differing) : List.of();
    return new ImpactReport(
        changes,
        differing,
        tally.count(skipped, unreadableLines),
        tally.flows(),
        tally.moves(),
        cases,
        space,
        List.copyOf(unreadable));
  }

  private void compareAll(Iterator<CohortLine> cohort) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "impact");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Deque<Future<List<Compared>>> waiting = new ArrayDeque<>();
      while (cohort.hasNext()) {
        List<CohortLine> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && cohort.hasNext()) {
          chunk.add(cohort.next());
        }
        if (waiting.size() >= MOST_WAITING) {
          take(waiting.remove());
        }
        waiting.add(workers.submit(() -> chunk.stream().map(this::compare).toList()));
      }
      while (!waiting.isEmpty()) {
        take(waiting.remove());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private void take(Future<List<Compared>> chunk) {
    try {
      chunk.get().forEach(this::count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a cohort was being compared", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a cohort could not be compared to its end", e.getCause());
    }
  }

  private void count(Compared each) {
    if (each.line() instanceof CohortLine.Unreadable bad) {
      unreadableLines++;
      if (unreadable.size() < MOST_UNREADABLE) {
        unreadable.add(bad);
      }
    } else if (each.before() == null) {
      skipped++;
    } else {
      tally.compared((CohortLine.Patient) each.line(), each.before(), each.after(), each.moves());
    }
  }

  private Compared compare(CohortLine line) {
    if (!(line instanceof CohortLine.Patient patient)
        || patient.request().protocol() != null
            && (unchanged.isSame(patient.request().protocol())
                || !options.wants(patient.request().protocol()))) {
      return new Compared(line, null, null, List.of());
    }
    CaseAnswer old = ask(before, patient.request(), options.day());
    CaseAnswer now = ask(after, patient.request(), options.day());
    return new Compared(line, old, now, AnswerComparison.of(old, now));
  }

  /**
   * What an engine says, on the day of the visit. A fault of a candidate is a refusal too: it is
   * counted, never passed over.
   */
  static CaseAnswer ask(TriageEngine engine, TriageRequest request, LocalDate day) {
    try {
      return new CaseAnswer(
          engine.triage(request, request.date() == null ? day : request.date()), List.of());
    } catch (InvalidRequestException e) {
      return new CaseAnswer(null, e.errors());
    } catch (RuntimeException e) {
      return new CaseAnswer(null, List.of(new RequestError("$", "fault", e.toString())));
    }
  }
}
