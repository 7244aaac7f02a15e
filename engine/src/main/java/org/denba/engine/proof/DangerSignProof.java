package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** A danger sign that is found never lowers the urgency of a sub-chart. */
final class DangerSignProof {

  private static final int YES = 1;
  private static final int NO = 2;

  private final TwoPatients patients;
  private final Encoding encoding;
  private final FormulaFactory f;

  DangerSignProof(TwoPatients patients) {
    this.patients = patients;
    this.encoding = patients.one();
    this.f = encoding.formulas();
  }

  /** The finding becomes yes where it was no or unknown. */
  void check(List<Subject> subjects, Refutations into) {
    Formula found =
        f.and(
            patients.saidInstead().is(YES),
            f.not(patients.said().is(YES)),
            f.or(patients.said().is(NO), patients.said().is(patients.input().blank())));
    Formula steady = patients.exceptedSignsAgree(Property.DANGER_SIGN, null);
    Formula anyLower =
        f.or(subjects.stream().filter(patients::touches).map(this::isLower).toList());
    if (encoding.search().find(found, steady, anyLower).isEmpty()) {
      return;
    }
    for (Subject subject : subjects) {
      if (patients.touches(subject)) {
        into.look(
            patients,
            subject,
            Property.DANGER_SIGN,
            "the urgency is lower once it is found",
            found,
            steady,
            isLower(subject));
      }
    }
  }

  private Formula isLower(Subject subject) {
    Chart.SubChart subChart = subject.subChart();
    List<Formula> ways = new ArrayList<>();
    for (Urgency urgency : Urgency.values()) {
      if (urgency.compareTo(Urgency.HOME_CARE) <= 0) {
        continue;
      }
      ways.add(
          f.and(
              encoding.order().proves(subChart, urgency),
              f.not(patients.other().order().proves(subChart, urgency))));
      ways.add(
          f.and(
              patients.said().is(NO),
              encoding.order().couldBe(subChart, urgency),
              f.not(patients.other().order().couldBe(subChart, urgency))));
    }
    ways.add(f.and(pink(encoding, subChart), f.not(pink(patients.other(), subChart))));
    return f.or(ways);
  }

  private Formula pink(Encoding in, Chart.SubChart subChart) {
    return f.or(
        subChart.rows().stream()
            .filter(row -> row.colour() == Colour.PINK)
            .map(row -> in.order().wins(subChart, row))
            .toList());
  }
}
