package org.denba.fhir.workbench.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.triage.JsonTriage;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.booklet.Booklet;

/** What the page of a case shows: its questions, its answer, and where the links of it lead. */
final class CasePage {

  /** The address of the simulator. */
  static final String PATH = "/simulator";

  private final RulesViews views;
  private final JsonTriage door;

  CasePage(RulesViews views, JsonTriage door) {
    this.views = views;
    this.door = door;
  }

  /** The query of the page of a case. */
  static String query(CaseState state, boolean all, String language) {
    String query = state.query();
    return (query.isEmpty() ? "" : query + "&") + (all ? "all=1&" : "") + "language=" + language;
  }

  /**
   * Writes the page.
   *
   * @param all whether every question of the protocol is shown, not only those that decide
   * @param model takes each part by its name
   */
  void write(
      CaseState state,
      boolean all,
      LoadedRules rules,
      String language,
      BiConsumer<String, Object> model) {
    RulesView view = views.of(rules);
    Simulation simulation = Simulation.of(state, language, rules, door);
    TriageResult result = simulation.result();
    Booklet booklet = booklet(simulation, view, language);
    model.accept("state", state);
    model.accept("protocols", view.protocols(language));
    model.accept("errors", simulation.errors());
    model.accept("json", new String(simulation.json(), StandardCharsets.UTF_8));
    model.accept("booklet", booklet);
    model.accept("protocol", booklet.description());
    links(simulation, all, rules, language, model);
    questions(simulation, all, booklet, rules.engine().dictionary(), model);
    if (result != null) {
      model.accept(
          "answer", new AnswerWriter(booklet, rules.engine().dictionary(), result).write());
      model.accept("answers", answers(state, booklet, rules.engine().dictionary()));
    }
    if (state.companion() != null) {
      model.accept("companion", companion(simulation, view, language));
    }
  }

  private static void links(
      Simulation simulation,
      boolean all,
      LoadedRules rules,
      String language,
      BiConsumer<String, Object> model) {
    CaseState state = simulation.state();
    model.accept("showAll", all);
    model.accept("link", PATH + "?" + query(state, false, language));
    model.accept("more", PATH + "?" + query(state, !all, language));
    model.accept("other", PATH + "?" + query(state.swapped(), false, language));
    model.accept("alone", PATH + "?" + query(state.alone(), all, language));
    if (simulation.result() != null && simulation.isCovered(rules)) {
      model.accept("file", PATH + "/case.yaml?" + query(state, false, language));
    }
  }

  private static void questions(
      Simulation simulation,
      boolean all,
      Booklet booklet,
      DataDictionary dictionary,
      BiConsumer<String, Object> model) {
    Questions questions = new Questions(booklet, dictionary, simulation.state());
    TriageResult result = simulation.result();
    List<QuestionView> open = result == null ? List.of() : questions.open(result);
    Set<String> asked = open.stream().map(QuestionView::id).collect(Collectors.toSet());
    model.accept("open", open);
    model.accept("answered", questions.answered(asked));
    model.accept(
        "others", all && result != null ? questions.others(asked) : List.<QuestionView>of());
  }

  /** The second patient: by which protocol, and the answer where there is one. */
  private static CompanionView companion(Simulation simulation, RulesView view, String language) {
    TriageResult second = simulation.result() == null ? null : simulation.result().companion();
    String id =
        second == null ? simulation.state().companion().get("protocol") : second.protocol().id();
    return new CompanionView(
        view.protocol(id, language).map(protocol -> protocol.title()).orElse(""), second);
  }

  /**
   * The second patient of a visit.
   *
   * @param title title of the protocol; empty where none is known yet
   * @param result the answer, or null
   */
  record CompanionView(String title, TriageResult result) {}

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
  private static Map<String, String> answers(
      CaseState state, Booklet booklet, DataDictionary dictionary) {
    return state.findings().entrySet().stream()
        .filter(each -> dictionary.element(each.getKey()).isPresent())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each ->
                    booklet
                        .words()
                        .answer(dictionary.element(each.getKey()).orElseThrow(), each.getValue())));
  }
}
