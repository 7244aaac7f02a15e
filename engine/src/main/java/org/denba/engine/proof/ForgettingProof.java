package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.protocol.Row;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** What is forgotten proves nothing new and rules nothing out; what is refused is unknown. */
final class ForgettingProof {

  private final TwoPatients patients;
  private final Encoding encoding;
  private final FormulaFactory f;

  ForgettingProof(TwoPatients patients) {
    this.patients = patients;
    this.encoding = patients.one();
    this.f = encoding.formulas();
  }

  /** The finding is forgotten, or known less exactly. */
  void forgetting(List<Subject> subjects, List<Refutation> into) {
    List<Formula> all = new ArrayList<>();
    all.add(patients.said().tellsMoreThan(patients.saidInstead()));
    // the question must still arise: what is not needed is no unknown
    all.add(f.not(patients.other().isNotNeeded(patients.input())));
    all.add(patients.noContradiction());
    compare(subjects, Property.FORGETTING, all, true, into);
  }

  /** The finding was refused, or said to be not done in a way that leaves it open. */
  void refused(List<Subject> subjects, List<Refutation> into) {
    Formula open = encoding.isLeftOpen(patients.input());
    if (open.equals(f.falsum())) {
      return;
    }
    List<Formula> all =
        new ArrayList<>(List.of(open, patients.saidInstead().is(patients.input().blank())));
    compare(subjects, Property.REFUSED, all, false, into);
  }

  private void compare(
      List<Subject> subjects,
      Property property,
      List<Formula> all,
      boolean oneWay,
      List<Refutation> into) {
    List<Formula> differences = new ArrayList<>();
    for (Subject subject : subjects) {
      if (patients.exceptions().has(property, subject.id())) {
        each(subject, property, all, oneWay, into);
        continue;
      }
      patients
          .steadySlots(subject)
          .forEach(target -> differences.add(patients.differs(target, oneWay)));
    }
    List<Formula> any = new ArrayList<>(all);
    any.add(patients.exceptedSignsAgree(property, null));
    any.add(f.or(differences));
    if (encoding.search().find(any).isEmpty()) {
      return;
    }
    for (Subject subject : subjects) {
      if (!patients.exceptions().has(property, subject.id())) {
        each(subject, property, all, oneWay, into);
      }
    }
  }

  private void each(
      Subject subject,
      Property property,
      List<Formula> all,
      boolean oneWay,
      List<Refutation> into) {
    patients
        .steadySlots(subject)
        .forEach(
            target -> {
              List<Formula> one = new ArrayList<>(all);
              one.add(patients.exceptedSignsAgree(property, subject));
              one.add(patients.differs(target, oneWay));
              patients
                  .shown(
                      subject,
                      property,
                      differenceWords(subject, target, property),
                      one.toArray(Formula[]::new))
                  .ifPresent(into::add);
            });
  }

  private String differenceWords(Subject subject, int target, Property property) {
    String name =
        encoding.protocol().rows().stream()
            .filter(row -> row.slot() == target)
            .map(Row::id)
            .findFirst()
            .orElse(subject.id());
    return property == Property.FORGETTING
        ? name + " becomes certain, or is ruled out, when this finding is known less well"
        : name + " reads a refused finding otherwise than an unknown one";
  }
}
