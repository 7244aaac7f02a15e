package org.denba.fhir.workbench.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.TriageEngine;
import org.denba.engine.proof.ProofFile;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.workbench.NoSuch;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.WorkbenchPage;
import org.denba.fhir.workbench.booklet.Booklet;
import org.denba.fhir.workbench.coverage.Coverage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of the evidence: all protocols, one protocol with its map, the numbers of a chart. */
@WorkbenchPage
class EvidencePages {

  private static final String EVIDENCE = "/evidence";

  private final ActiveRules active;
  private final RulesViews views;
  private final Optional<ProofFile> proofs = ProofFile.shipped();
  private TriageEngine judged;
  private Judgements judgements;

  EvidencePages(ActiveRules active, RulesViews views) {
    this.active = active;
    this.views = views;
  }

  private synchronized Judgements judgements(TriageEngine engine) {
    if (judged != engine) {
      judged = engine;
      judgements =
          new RecordedJudgements(engine, RecordedJudgements.record(engine.files()), proofs);
    }
    return judgements;
  }

  @GetMapping(EVIDENCE)
  String all(Model model, Locale locale) {
    RulesView view = view();
    List<ProtocolEvidence> protocols =
        view.booklets(locale.getLanguage()).stream()
            .map(booklet -> evidence(view, booklet))
            .toList();
    model.addAttribute("protocols", protocols);
    model.addAttribute("ready", protocols.stream().allMatch(each -> each.coverage().ready()));
    return "evidence";
  }

  @GetMapping(EVIDENCE + "/{protocol}")
  String protocol(@PathVariable String protocol, Model model, Locale locale) {
    RulesView view = view();
    Booklet booklet = booklet(view, protocol, locale, model);
    model.addAttribute("evidence", evidence(view, booklet));
    model.addAttribute("failures", new FailureWords(booklet, view.rules().engine().dictionary()));
    return "evidence-protocol";
  }

  /** The numbers that a chart reads, each with the cases on either side of it. */
  @GetMapping(EVIDENCE + "/{protocol}/{chart}")
  String bounds(
      @PathVariable String protocol, @PathVariable String chart, Model model, Locale locale) {
    RulesView view = view();
    Booklet booklet = booklet(view, protocol, locale, model);
    model.addAttribute("chart", booklet.requiredChart(chart));
    Coverage coverage = view.coverage(protocol);
    model.addAttribute("coverage", coverage);
    model.addAttribute(
        "bounds",
        coverage.boundsOf(chart).stream()
            .map(each -> new BoundView(booklet.phrase(each.bound().compare()), each))
            .toList());
    return "evidence-bounds";
  }

  /** The cases of a row, by what their answers say of it. */
  @GetMapping("/cases/{protocol}/{rule}")
  String cases(
      @PathVariable String protocol, @PathVariable String rule, Model model, Locale locale) {
    RulesView view = view();
    Booklet booklet = booklet(view, protocol, locale, model);
    List<String> ids = List.copyOf(booklet.protocol().rowIds());
    if (!ids.contains(rule)) {
      throw NoSuch.problem("row", rule, ids);
    }
    Coverage coverage = view.coverage(protocol);
    model.addAttribute("rule", rule);
    model.addAttribute("row", booklet.row(rule).orElseThrow());
    model.addAttribute("chart", booklet.chartOf(rule).orElseThrow());
    model.addAttribute("coverage", coverage);
    model.addAttribute(
        "sides",
        Stream.of(Coverage.Side.values())
            .map(side -> SideView.of(coverage, rule, side))
            .filter(side -> side.count() > 0)
            .toList());
    return "cases";
  }

  private ProtocolEvidence evidence(RulesView view, Booklet booklet) {
    return new EvidenceWriter(
            booklet, view.coverage(booklet.description().id()), judgements(view.rules().engine()))
        .write();
  }

  private static Booklet booklet(RulesView view, String protocol, Locale locale, Model model) {
    Booklet booklet = view.requiredBooklet(protocol, locale.getLanguage());
    model.addAttribute("booklet", booklet);
    model.addAttribute("protocol", booklet.description());
    return booklet;
  }

  private RulesView view() {
    return views.of(active.required());
  }
}
