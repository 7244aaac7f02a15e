package org.denba.fhir.workbench.review;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.denba.engine.impact.ChangedCase;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.activation.ImpactOfChange;
import org.denba.fhir.impact.ImpactPage;
import org.denba.fhir.impact.ImpactWords;
import org.denba.fhir.impact.RuleNames;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.coverage.Coverage;
import org.denba.fhir.workbench.simulator.CaseLinks;

/** Puts an impact into the model of a page, with the links that open each patient of it. */
final class ImpactParts {

  private static final int MOST_FINDINGS = 6;

  private final ImpactOfChange impact;
  private final CaseLinks links;
  private final String against;

  /**
   * @param against how addresses name the rules of the change
   */
  ImpactParts(ImpactOfChange impact, CaseLinks links, String against) {
    this.impact = impact;
    this.links = links;
    this.against = against;
  }

  /**
   * What happens to a group of patients.
   *
   * @param who each of them with the address that shows the patient under both sets of rules
   */
  record Moved(
      String count, String protocol, String sentence, boolean dangerous, List<Patient> who) {}

  /**
   * A patient.
   *
   * @param person number, age and sex
   * @param findings what stands out
   * @param link the address of the simulator
   */
  record Patient(String person, String findings, String link) {}

  /**
   * A case that is answered otherwise.
   *
   * @param title its title, in the language in which it was written
   * @param link the address of the simulator; null for a case that the active rules do not have
   */
  record Case(
      String protocol, String id, String title, String outcome, boolean dangerous, String link) {}

  void write(RulesView view, BiConsumer<String, Object> model) {
    ReviewNames names = new ReviewNames(view, links.language());
    Map<String, Object> parts =
        new ImpactPage(links.language(), names)
            .parts(impact.report(links.language()), impact.source());
    parts.forEach(model);
    @SuppressWarnings("unchecked")
    List<ImpactPage.ShownMove> moves = (List<ImpactPage.ShownMove>) parts.get("moves");
    List<Moved> moved = moves.stream().map(move -> moved(move, names)).toList();
    model.accept("moves", moved.stream().filter(Moved::dangerous).toList());
    model.accept("others", moved.stream().filter(move -> !move.dangerous()).toList());
    ImpactWords words = ImpactWords.of(links.language(), names);
    model.accept(
        "cases",
        impact.report().cases().stream().map(each -> changed(each, words, names, view)).toList());
    model.accept("impact", impact);
  }

  private Moved moved(ImpactPage.ShownMove move, ReviewNames names) {
    return new Moved(
        move.count(),
        move.protocol(),
        move.sentence(),
        move.dangerous(),
        move.who().stream()
            .map(
                who ->
                    new Patient(
                        who.name() + " " + names.person(who.request()),
                        names.findings(who.request(), MOST_FINDINGS),
                        links.of(who.request(), against)))
            .toList());
  }

  private Case changed(ChangedCase changed, ImpactWords words, RuleNames names, RulesView view) {
    Coverage coverage = view.coverage(changed.protocol());
    ClinicalCase known = coverage.cases().get(changed.id());
    return new Case(
        names.protocol(changed.protocol()),
        changed.id(),
        changed.title(),
        words.outcome(changed),
        changed.worst().isDangerous(),
        known == null ? null : links.of(known.request(), against));
  }
}
