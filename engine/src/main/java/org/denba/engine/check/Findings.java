package org.denba.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;

/** Gathers the mistakes of one check: each once, and no consequence of a mistake that is told. */
final class Findings {

  /** In so many places a missing word is told of each. */
  private static final int FEW = 3;

  /** What is said of a word that stands in a row which cannot be used. */
  private static final Set<String> FOLLOWS =
      Set.of("unknown-element", "unknown-code", "unknown-parameter", "unknown-treatment");

  private final Places places;
  private final Set<Mistake> mistakes = new LinkedHashSet<>();
  private final Set<Problem> told = new HashSet<>();
  private final Set<String> spoilt = new HashSet<>();
  private final Set<String> spoiltRows = new HashSet<>();
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
    return collect("", step, otherwise);
  }

  /**
   * The same, where even a fault of the program must be told and not end the check.
   *
   * @param file what the step reads
   */
  <T> T collect(String file, Supplier<T> step, T otherwise) {
    try {
      return step.get();
    } catch (RuleFileException e) {
      tell(e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      error(
          "unreadable",
          Place.of(file.isEmpty() ? "rules" : file),
          "",
          "",
          "cannot be read at all (" + e + "): undo the last edit, or leave parts of it out");
    }
    return otherwise;
  }

  void tell(ProblemList problems) {
    tell(problems.found());
  }

  void tell(List<Problem> problems) {
    problems.forEach(this::tell);
  }

  void tell(Problem problem) {
    String says = problem.says().strip().replaceAll("\\s*\\R\\s*", " ");
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
    mistakes.add(
        new Mistake(
            mistake.severity(),
            mistake.code(),
            places.inWorkbook(mistake.place()),
            mistake.found(),
            mistake.allowed(),
            mistake.nearest(),
            places.inWorkbook(mistake.message())));
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
   * @param ids ids of elements, treatments or parameters
   */
  void spoil(Set<String> ids) {
    spoilt.addAll(ids);
  }

  /** The same of the cells of chart lines that cannot be used: rows are among them. */
  void spoilRows(Set<String> cells) {
    spoiltRows.addAll(cells);
  }

  private boolean isConsequence(String code, String found, Problem problem) {
    if (FOLLOWS.contains(code) && spoilt.contains(found)
        || code.equals("unknown-row") && spoiltRows.contains(found)) {
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

  /** The mistakes by file and row; one word that is missed in many places is told of the first. */
  List<Mistake> sorted() {
    List<Mistake> sorted = new ArrayList<>(mistakes);
    sorted.sort(
        Comparator.comparing((Mistake mistake) -> mistake.place().file())
            .thenComparing(mistake -> mistake.place().row()));
    Map<String, Integer> times = new HashMap<>();
    sorted.forEach(mistake -> times.merge(word(mistake), 1, Integer::sum));
    List<Mistake> told = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mistake mistake : sorted) {
      int places = times.get(word(mistake));
      if (!isMissedWord(mistake) || places <= FEW) {
        told.add(mistake);
      } else if (seen.add(word(mistake))) {
        told.add(mistake.inMorePlaces(places - 1));
      }
    }
    return told;
  }

  private static boolean isMissedWord(Mistake mistake) {
    return !mistake.found().isEmpty()
        && (mistake.code().startsWith("unknown-") || mistake.code().equals("never-derived"));
  }

  private static String word(Mistake mistake) {
    return mistake.code() + " " + mistake.found();
  }
}
