package org.denba.fhir.workbench.simulator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.triage.JsonTriage;
import org.denba.fhir.workbench.OtherRules;
import org.denba.fhir.workbench.PageFrames;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.WorkbenchPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The case simulator. The case stands in the address; a form that is sent leads to the address of
 * its case, so that a page can be linked, reloaded and gone back to. With the script the page comes
 * back at once, without it by a redirect.
 */
@WorkbenchPage
class SimulatorPages {

  private static final String PATH = CasePage.PATH;

  private final ActiveRules active;
  private final RulesViews views;
  private final JsonTriage door;
  private final PageFrames frames;
  private final CasePage page;
  private final DenbaProperties properties;
  private final Clock clock;

  SimulatorPages(
      ActiveRules active,
      RulesViews views,
      JsonTriage door,
      PageFrames frames,
      OtherRules others,
      DenbaProperties properties,
      Clock clock) {
    this.active = active;
    this.views = views;
    this.door = door;
    this.frames = frames;
    this.page = new CasePage(views, door, others);
    this.properties = properties;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String show(HttpServletRequest request, Model model, Locale locale) {
    CaseState state = CaseState.of(request.getParameterMap());
    show(state, Shown.of(request::getParameter), model, locale);
    return "simulator";
  }

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String answer(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    if (request.getContentLengthLong() > properties.limits().body().toBytes()) {
      throw new ProblemException(
          ProblemKind.TOO_LARGE, "send at most " + properties.limits().body().toBytes() + " bytes");
    }
    CaseState state = CaseState.of(request.getParameterMap());
    Shown shown = Shown.of(request::getParameter);
    String query = shown.query(state, locale.getLanguage());
    if (request.getHeader("HX-Request") == null) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", PATH + "?" + query);
      return null;
    }
    response.setHeader("HX-Replace-Url", PATH + "?" + query);
    model.addAttribute(PageFrames.FRAME, frames.frame(PATH, query, locale));
    show(state, shown, model, locale);
    return "simulator";
  }

  /** Opens a case of the rules in the simulator. */
  @GetMapping("/case/{protocol}/{id}")
  String open(
      @PathVariable String protocol,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    LoadedRules rules = active.required();
    ClinicalCase found =
        views
            .of(rules)
            .clinicalCase(protocol, id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "the protocol " + Quoted.of(protocol) + " has no case " + Quoted.of(id)));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        links(rules, locale).of(found.request(), Shown.of(request::getParameter).against()));
    return null;
  }

  private CaseLinks links(LoadedRules rules, Locale locale) {
    return new CaseLinks(rules.engine().dictionary(), LocalDate.now(clock), locale.getLanguage());
  }

  /** The case as a file that can be kept with the cases of the rules. */
  @GetMapping(PATH + "/case.yaml")
  ResponseEntity<String> file(HttpServletRequest request, Locale locale) {
    LoadedRules rules = active.required();
    CaseState state = CaseState.of(request.getParameterMap());
    Simulation simulation = Simulation.of(state, locale.getLanguage(), rules, door);
    if (simulation.result() == null || !simulation.isCovered(rules)) {
      throw new ProblemException(
          ProblemKind.INVALID,
          "this case has no answer that a case file could expect: go back to the simulator, which"
              + " says what is missing");
    }
    CaseFile file =
        new CaseFile(simulation.request(locale.getLanguage(), rules, door), simulation.result());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .body(file.text());
  }

  private void show(CaseState state, Shown shown, Model model, Locale locale) {
    page.write(state, shown, active.required(), locale.getLanguage(), model::addAttribute);
  }
}
