package org.denba.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;

/** Gathers the mistakes of one check: each once, and no consequence of a mistake that is told. */
final class Findings {

  private final Places places;
  private final Set<Mistake> mistakes = new LinkedHashSet<>();
  private final Set<Problem> told = new HashSet<>();
  private final Set<String> spoilt = new HashSet<>();
  private final Set<String> textsTold = new HashSet<>();

  Findings(Places places) {
    this.places = places;
  }

  /** Runs a step of the check: what it complains about is told, and the next step goes on. */
  void collect(Runnable step) {
    collect(
        () -> {
          step.run();
          return Boolean.TRUE;
        },
        Boolean.FALSE);
  }

  /** What a step gives, or the other value where it complains. */
  <T> T collect(Supplier<T> step, T otherwise) {
    try {
      return step.get();
    } catch (RuleFileException e) {
      tell(e.problems());
      return otherwise;
    }
  }

  void tell(ProblemList problems) {
    tell(problems.found());
  }

  void tell(List<Problem> problems) {
    problems.forEach(this::tell);
  }

  void tell(Problem problem) {
    String says = problem.says();
    String found = Kinds.found(says);
    String code = Kinds.of(says);
    if (!told.add(problem) || isConsequence(code, found, problem)) {
      return;
    }
    tell(
        new Mistake(
            Severity.ERROR,
            code,
            places.of(problem.where(), says),
            found,
            Kinds.allowed(says),
            Kinds.nearest(says),
            says));
  }

  void tell(Mistake mistake) {
    mistakes.add(mistake);
  }

  void warn(String code, Place place, String found, String nearest, String message) {
    tell(new Mistake(Severity.WARNING, code, place, found, "", nearest, message));
  }

  void error(String code, Place place, String found, String nearest, String message) {
    tell(new Mistake(Severity.ERROR, code, place, found, "", nearest, message));
  }

  /**
   * Names what is told to be wrong: that others cannot find it is a consequence.
   *
   * @param ids ids of elements, treatments, rows or parameters
   */
  void spoil(Set<String> ids) {
    spoilt.addAll(ids);
  }

  private boolean isConsequence(String code, String found, Problem problem) {
    if (code.startsWith("unknown-") && spoilt.contains(found)) {
      return true;
    }
    // a text that lags is told of its own file, or else of the first row that wants it
    boolean aboutAText = code.equals("missing-text") || code.equals("missing-language");
    boolean first = !aboutAText || textsTold.add(found);
    return !first && problem.file().endsWith(".csv");
  }

  Places places() {
    return places;
  }

  boolean hasErrors() {
    return mistakes.stream().anyMatch(mistake -> mistake.severity() == Severity.ERROR);
  }

  /** The mistakes by file and row. */
  List<Mistake> sorted() {
    List<Mistake> sorted = new ArrayList<>(mistakes);
    sorted.sort(
        Comparator.comparing((Mistake mistake) -> mistake.place().file())
            .thenComparing(mistake -> mistake.place().row()));
    return sorted;
  }
}
