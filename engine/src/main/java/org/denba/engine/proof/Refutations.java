package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denba.engine.condition.Condition;
import org.logicng.formulas.Formula;

/**
 * Collects what does not hold. Where an exception is declared it is looked for twice: outside the
 * exception it must not be found, inside it must, or nothing needs the exception.
 */
final class Refutations {

  private final Encoding encoding;
  private final ProofExceptions exceptions;
  private final List<Refutation> found = new ArrayList<>();
  private final Set<ProofException> needed = new LinkedHashSet<>();

  Refutations(Encoding encoding, ProofExceptions exceptions) {
    this.encoding = encoding;
    this.exceptions = exceptions;
  }

  /** Looks for one patient of whom all of this is true. */
  void look(Subject subject, Property property, String what, String words, Formula... all) {
    look(
        subject,
        property,
        what,
        when -> encoding.condition(when, true),
        more -> subject.shown(encoding, property, what, words, and(all, more)));
  }

  /** Looks for two patients, of whom an exception covers both when it covers one. */
  void look(
      TwoPatients patients, Subject subject, Property property, String words, Formula... all) {
    look(
        subject,
        property,
        patients.input().name(),
        patients::applies,
        more -> patients.shown(subject, property, words, and(all, more)));
  }

  private void look(
      Subject subject,
      Property property,
      String what,
      Function<Condition, Formula> applies,
      Function<Formula, Optional<Refutation>> search) {
    List<ProofException> about = exceptions.about(property, subject.id(), what);
    List<Formula> outside = new ArrayList<>();
    for (ProofException exception : about) {
      Formula inside = exception.when().map(applies).orElse(encoding.formulas().verum());
      outside.add(encoding.formulas().not(inside));
      search
          .apply(inside)
          .ifPresent(
              refutation -> {
                found.add(refutation.accepted(exception.why()));
                needed.add(exception);
              });
    }
    Formula others = encoding.formulas().and(outside);
    if (!others.equals(encoding.formulas().falsum())) {
      search.apply(others).ifPresent(found::add);
    }
  }

  private static Formula[] and(Formula[] all, Formula more) {
    Formula[] both = Arrays.copyOf(all, all.length + 1);
    both[all.length] = more;
    return both;
  }

  /** Adds what no patient shows. */
  void add(Refutation refutation) {
    List<ProofException> about =
        exceptions.about(refutation.property(), refutation.subject(), refutation.what());
    needed.addAll(about);
    found.add(about.isEmpty() ? refutation : refutation.accepted(about.get(0).why()));
  }

  /** Everything that does not hold, accepted or not. */
  List<Refutation> found() {
    return found;
  }

  /**
   * The exceptions that covered nothing. A derived sign that is kept the same while danger signs
   * are looked at is an assumption of the proof and never shows up as one.
   *
   * @param signs the derived signs
   */
  List<ProofException> needless(Set<String> signs) {
    return exceptions.exceptions().stream()
        .filter(e -> !needed.contains(e))
        .filter(e -> e.property() != Property.DANGER_SIGN || !signs.contains(e.what()))
        .toList();
  }
}
