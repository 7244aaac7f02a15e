package org.denba.fhir.activation;

import java.util.List;
import org.denba.engine.impact.ChangeWords;
import org.denba.engine.impact.ChangedCase;
import org.denba.engine.impact.CohortCount;
import org.denba.engine.impact.ImpactReport;
import org.denba.engine.impact.MoveGroup;
import org.denba.engine.impact.PatientText;
import org.denba.engine.impact.SpaceChange;
import org.denba.engine.impact.UrgencyFlow;
import org.denba.fhir.impact.ImpactSource;
import org.denba.fhir.impact.ImpactWords;

/**
 * An impact as clients see it.
 *
 * @param digest what a person accepts
 * @param dangerous whether a patient could come to harm, so that a person has to accept it
 * @param compared what was compared
 * @param protocols the protocols whose rules differ
 * @param count how many patients
 * @param flows how many go from which urgency to which
 * @param moves what happens to them, the most dangerous first
 * @param cases the cases that are answered otherwise
 * @param space the part of the space of inputs that moves
 * @param changes what differs in the files
 */
record ImpactView(
    String digest,
    boolean dangerous,
    ImpactSource compared,
    List<String> protocols,
    CohortCount count,
    List<UrgencyFlow> flows,
    List<Moved> moves,
    List<Case> cases,
    List<Space> space,
    List<String> changes) {

  private static final String LANGUAGE = "en";
  private static final int MOST_FINDINGS = 10;

  /** What happens to some patients. */
  record Moved(
      String kind,
      boolean dangerous,
      String protocol,
      String subject,
      String label,
      String from,
      String to,
      long patients,
      String sentence,
      List<Example> examples) {}

  /**
   * A patient to whom it happens.
   *
   * @param patient the number in the cohort
   * @param visit what stands out
   * @param start the visit as the start of a case
   */
  record Example(long patient, String visit, String from, String to, String start) {}

  /** A case that is answered otherwise. */
  record Case(
      String protocol,
      String file,
      String id,
      String title,
      String worst,
      boolean passes,
      List<String> failures) {}

  /** A sub-chart or derived sign with inputs that move. */
  record Space(
      String protocol, String chart, String id, long moving, boolean lessUrgent, String looked) {}

  static ImpactView of(ImpactOfChange impact) {
    ImpactReport report = impact.report();
    ImpactWords words = ImpactWords.of(LANGUAGE);
    ChangeWords changeWords = ChangeWords.of(LANGUAGE);
    return new ImpactView(
        impact.digest(),
        impact.dangerous(),
        impact.source(),
        report.protocols(),
        report.count(),
        report.flows(),
        report.moves().stream().map(group -> moved(group, words)).toList(),
        report.cases().stream().map(ImpactView::of).toList(),
        report.space().stream().map(ImpactView::of).toList(),
        report.changes().changes().stream().map(changeWords::sentence).toList());
  }

  private static Moved moved(MoveGroup group, ImpactWords words) {
    String sentence = words.sentence(group);
    var move = group.move();
    return new Moved(
        move.kind().code(),
        move.kind().isDangerous(),
        move.protocol(),
        move.subject(),
        move.label(),
        move.from(),
        move.to(),
        group.count(),
        sentence,
        group.examples().stream().map(example -> example(example, sentence)).toList());
  }

  private static Example example(MoveGroup.Example example, String sentence) {
    var patient = example.patient();
    return new Example(
        patient.number(),
        PatientText.line(patient.request(), MOST_FINDINGS),
        example.from(),
        example.to(),
        PatientText.yaml(patient.request(), "patient-" + patient.number(), sentence));
  }

  private static Case of(ChangedCase changed) {
    return new Case(
        changed.protocol(),
        changed.file(),
        changed.id(),
        changed.title(),
        changed.worst().code(),
        changed.passes(),
        changed.failures());
  }

  private static Space of(SpaceChange change) {
    return new Space(
        change.protocol(),
        change.chart(),
        change.id(),
        change.moving(),
        change.isLessUrgent(),
        change.extent().code());
  }
}
