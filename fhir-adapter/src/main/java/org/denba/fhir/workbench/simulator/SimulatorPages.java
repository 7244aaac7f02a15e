package org.denba.fhir.workbench.simulator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.verification.ClinicalCase;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.triage.JsonTriage;
import org.denba.fhir.workbench.PageFrames;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.WorkbenchPage;
import org.denba.fhir.workbench.booklet.Booklet;
import org.springframework.http.MediaType;
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

  private static final String PATH = "/simulator";
  private static final String ALL = "all";

  private final ActiveRules active;
  private final RulesViews views;
  private final JsonTriage door;
  private final PageFrames frames;
  private final DenbaProperties properties;
  private final Clock clock;

  SimulatorPages(
      ActiveRules active,
      RulesViews views,
      JsonTriage door,
      PageFrames frames,
      DenbaProperties properties,
      Clock clock) {
    this.active = active;
    this.views = views;
    this.door = door;
    this.frames = frames;
    this.properties = properties;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String show(HttpServletRequest request, Model model, Locale locale) {
    show(CaseState.of(request.getParameterMap()), request.getParameter(ALL) != null, model, locale);
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
    boolean all = request.getParameter(ALL) != null;
    String query = query(state, all, locale.getLanguage());
    if (request.getHeader("HX-Request") == null) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", PATH + "?" + query);
      return null;
    }
    response.setHeader("HX-Replace-Url", PATH + "?" + query);
    model.addAttribute(PageFrames.FRAME, frames.frame(PATH, query, locale));
    show(state, all, model, locale);
    return "simulator";
  }

  /** Opens a case of the rules in the simulator. */
  @GetMapping("/case/{protocol}/{id}")
  String open(
      @PathVariable String protocol,
      @PathVariable String id,
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
    CaseState state =
        new CaseStates(rules.engine().dictionary()).of(found.request(), LocalDate.now(clock));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", PATH + "?" + query(state, false, locale.getLanguage()));
    return null;
  }

  private static String query(CaseState state, boolean all, String language) {
    String query = state.query();
    return (query.isEmpty() ? "" : query + "&") + (all ? "all=1&" : "") + "language=" + language;
  }

  private void show(CaseState state, boolean all, Model model, Locale locale) {
    LoadedRules rules = active.required();
    RulesView view = views.of(rules);
    String language = locale.getLanguage();
    Simulation simulation = Simulation.of(state, language, rules, door);
    model.addAttribute("state", state);
    model.addAttribute("protocols", view.protocols(language));
    model.addAttribute("errors", simulation.errors());
    model.addAttribute("json", new String(simulation.json(), StandardCharsets.UTF_8));
    model.addAttribute("link", PATH + "?" + query(state, false, language));
    model.addAttribute("more", PATH + "?" + query(state, !all, language));
    model.addAttribute("showAll", all);
    Booklet booklet = booklet(simulation, view, language);
    model.addAttribute("booklet", booklet);
    model.addAttribute("protocol", booklet.description());
    Questions questions = new Questions(booklet, rules.engine().dictionary(), state);
    TriageResult result = simulation.result();
    List<QuestionView> open = result == null ? List.of() : questions.open(result);
    Set<String> asked = open.stream().map(QuestionView::id).collect(Collectors.toSet());
    model.addAttribute("open", open);
    model.addAttribute("answered", questions.answered(asked));
    model.addAttribute(
        "others", all && result != null ? questions.others(asked) : List.<QuestionView>of());
    if (result != null) {
      model.addAttribute(
          "answer", new AnswerWriter(booklet, rules.engine().dictionary(), result).write());
      model.addAttribute("answers", answers(state, booklet, rules));
    }
  }

  /** The booklet of the answer's protocol; without an answer the one that was asked for. */
  private static Booklet booklet(Simulation simulation, RulesView view, String language) {
    String wanted =
        simulation.result() == null
            ? simulation.state().get("protocol")
            : simulation.result().protocol().id();
    return view.booklet(wanted, language)
        .orElseGet(
            () -> view.booklet(view.protocols(language).get(0).id(), language).orElseThrow());
  }

  /** What was answered, in words, by data element: shown beside the signs that a row would need. */
  private static Map<String, String> answers(CaseState state, Booklet booklet, LoadedRules rules) {
    return state.findings().entrySet().stream()
        .filter(each -> rules.engine().dictionary().element(each.getKey()).isPresent())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each ->
                    booklet
                        .words()
                        .answer(
                            rules.engine().dictionary().element(each.getKey()).orElseThrow(),
                            each.getValue())));
  }
}
