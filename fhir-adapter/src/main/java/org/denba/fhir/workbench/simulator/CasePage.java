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
import org.denba.fhir.workbench.NoSuch;
import org.denba.fhir.workbench.OtherRules;
import org.denba.fhir.workbench.RulesView;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.booklet.Booklet;

/** What the page of a case shows: its questions, its answer, and where the links of it lead. */
final class CasePage {

  /** The address of the simulator. */
  static final String PATH = "/simulator";

  private final RulesViews views;
  private final JsonTriage door;
  private final OtherRules others;

  CasePage(RulesViews views, JsonTriage door, OtherRules others) {
    this.views = views;
    this.door = door;
    this.others = others;
  }

  /**
   * Writes the page.
   *
   * @param shown how the case is shown
   * @param model takes each part by its name
   */
  void write(
      CaseState state,
      Shown shown,
      LoadedRules rules,
      String language,
      BiConsumer<String, Object> model) {
    RulesView view = views.of(rules);
    Simulation simulation = Simulation.of(state, language, rules, door);
    TriageResult result = simulation.result();
    Booklet booklet = booklet(simulation, view, language);
    model.accept("state", state);
    model.accept("protocols", view.protocols(language));
    model.accept("json", new String(simulation.json(), StandardCharsets.UTF_8));
    model.accept("booklet", booklet);
    model.accept(
        "errors",
        simulation.errors().stream()
            .map(each -> ErrorView.of(each, booklet, rules.engine().dictionary()))
            .toList());
    model.accept("protocol", booklet.description());
    links(simulation, shown, rules, language, model);
    questions(simulation, shown.all(), booklet, rules.engine().dictionary(), model);
    if (result != null) {
      model.accept(
          "answer", new AnswerWriter(booklet, rules.engine().dictionary(), result).write());
      model.accept("answers", answers(state, booklet, rules.engine().dictionary()));
    }
    model.accept("otherRules", others.choices());
    model.accept("againstKey", shown.against());
    if (!state.isEmpty() && !shown.against().isEmpty()) {
      OtherRules.Chosen chosen =
          others
              .find(shown.against())
              .orElseThrow(
                  () ->
                      NoSuch.problem(
                          "version or change",
                          shown.against(),
                          others.choices().stream().map(OtherRules.Choice::key).toList()));
      model.accept("against", AgainstView.of(chosen, simulation, language, door));
    }
    if (state.companion() != null) {
      model.accept("companion", companion(simulation, view, language));
    }
  }

  private static void links(
      Simulation simulation,
      Shown shown,
      LoadedRules rules,
      String language,
      BiConsumer<String, Object> model) {
    CaseState state = simulation.state();
    model.accept("showAll", shown.all());
    model.accept("link", PATH + "?" + shown.withAll(false).query(state, language));
    model.accept("more", PATH + "?" + shown.withAll(!shown.all()).query(state, language));
    model.accept("other", PATH + "?" + shown.withAll(false).query(state.swapped(), language));
    model.accept("alone", PATH + "?" + shown.query(state.alone(), language));
    if (simulation.result() != null && simulation.isCovered(rules)) {
      model.accept("file", PATH + "/case.yaml?" + Shown.PLAIN.query(state, language));
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
