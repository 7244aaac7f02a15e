package org.denba.fhir.workbench.review;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.denba.engine.impact.ChangedCase;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.activation.ImpactOfChange;
import org.denba.fhir.impact.ImpactPage;
import org.denba.fhir.impact.ImpactWords;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.coverage.Coverage;
import org.denba.fhir.workbench.simulator.CaseLinks;

/** Puts an impact into the model of a page, with the links that open each patient of it. */
final class ImpactParts {

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

  /** A patient and the address of the simulator. */
  record Patient(String line, String link) {}

  /**
   * A case that is answered otherwise.
   *
   * @param link the address of the simulator; null for a case that the active rules do not have
   */
  record Case(String sentence, boolean dangerous, String link) {}

  void write(RulesView view, BiConsumer<String, Object> model) {
    Map<String, Object> parts =
        new ImpactPage(links.language()).parts(impact.report(), impact.source());
    parts.forEach(model);
    @SuppressWarnings("unchecked")
    List<ImpactPage.ShownMove> moves = (List<ImpactPage.ShownMove>) parts.get("moves");
    model.accept("moves", moves.stream().map(this::moved).toList());
    ImpactWords words = ImpactWords.of(links.language());
    model.accept(
        "cases", impact.report().cases().stream().map(each -> changed(each, words, view)).toList());
    model.accept("impact", impact);
  }

  private Moved moved(ImpactPage.ShownMove move) {
    return new Moved(
        move.count(),
        move.protocol(),
        move.sentence(),
        move.dangerous(),
        move.who().stream()
            .map(who -> new Patient(who.line(), links.of(who.request(), against)))
            .toList());
  }

  private Case changed(ChangedCase changed, ImpactWords words, RulesView view) {
    Coverage coverage = view.coverage(changed.protocol());
    ClinicalCase known = coverage.cases().get(changed.id());
    return new Case(
        words.sentence(changed),
        changed.worst().isDangerous(),
        known == null ? null : links.of(known.request(), against));
  }
}
