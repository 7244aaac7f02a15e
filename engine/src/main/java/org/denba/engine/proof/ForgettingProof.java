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
  void forgetting(List<Subject> subjects, Refutations into) {
    List<Formula> all = new ArrayList<>();
    all.add(patients.said().tellsMoreThan(patients.saidInstead()));
    // the question must still arise: what is not needed is no unknown
    all.add(f.not(patients.other().isNotNeeded(patients.input())));
    all.add(patients.noContradiction());
    compare(subjects, Property.FORGETTING, all, true, into);
    if (patients.isAlert()) {
      alert(subjects, all, into);
    }
  }

  /** An alert sign can only make an answer more severe: without it none is more urgent. */
  private void alert(List<Subject> subjects, List<Formula> all, Refutations into) {
    List<Formula> blank = new ArrayList<>(all);
    blank.add(patients.saidInstead().is(patients.input().blank()));
    blank.add(f.not(patients.alertsAreAsked()));
    blank.add(patients.said().exact());
    blank.add(patients.exceptedSignsAgree(Property.FORGETTING, null));
    for (Subject subject : subjects) {
      if (subject.isChart() && patients.touches(subject)) {
        List<Formula> one = new ArrayList<>(blank);
        one.add(patients.isMoreUrgent(subject.subChart()));
        into.look(
            patients,
            subject,
            Property.FORGETTING,
            "the urgency is higher when this alert sign is not reported",
            one.toArray(Formula[]::new));
      }
    }
  }

  /** The finding was refused, or said to be not done in a way that leaves it open. */
  void refused(List<Subject> subjects, Refutations into) {
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
      Refutations into) {
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
      Subject subject, Property property, List<Formula> all, boolean oneWay, Refutations into) {
    patients
        .steadySlots(subject)
        .forEach(
            target -> {
              List<Formula> one = new ArrayList<>(all);
              one.add(patients.exceptedSignsAgree(property, subject));
              one.add(patients.differs(target, oneWay));
              into.look(
                  patients,
                  subject,
                  property,
                  differenceWords(subject, target, property),
                  one.toArray(Formula[]::new));
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
