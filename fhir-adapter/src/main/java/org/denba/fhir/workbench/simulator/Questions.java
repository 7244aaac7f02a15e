package org.denba.fhir.workbench.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.protocol.ProtocolDescription.ElementDescription;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.workbench.booklet.Booklet;
import org.denba.fhir.workbench.booklet.ChartView;
import org.denba.fhir.workbench.booklet.ProtocolWords;
import org.denba.fhir.workbench.simulator.QuestionView.Option;

/**
 * The questions of a case: what the protocol needs now in the order of the answer, what was
 * answered, and all others.
 */
final class Questions {

  private static final List<String> REASONS =
      List.of(
          "no-device", "refused", "child-agitated", "not-feasible", Finding.NotDone.UNSPECIFIED);

  private static final int MOST_NAMES = 3;

  private final Booklet booklet;
  private final DataDictionary dictionary;
  private final CaseState state;

  Questions(Booklet booklet, DataDictionary dictionary, CaseState state) {
    this.booklet = booklet;
    this.dictionary = dictionary;
    this.state = state;
  }

  /** What is still to assess, first what would decide most. */
  List<QuestionView> open(TriageResult result) {
    return result.stillToAssess().stream()
        .flatMap(
            asked ->
                dictionary
                    .element(asked.dataElement())
                    .map(element -> view(element, asked.couldChange()))
                    .stream())
        .toList();
  }

  /** What was answered, in the order of the answers. */
  List<QuestionView> answered(Set<String> asked) {
    return state.findings().keySet().stream()
        .filter(id -> !asked.contains(id))
        .flatMap(id -> dictionary.element(id).stream())
        .filter(element -> !element.derived())
        .map(element -> view(element, List.of()))
        .toList();
  }

  /** All other elements that the protocol looks at. */
  List<QuestionView> others(Set<String> asked) {
    Set<String> shown = new LinkedHashSet<>(asked);
    shown.addAll(state.findings().keySet());
    return booklet.description().dataElements().stream()
        .map(ElementDescription::id)
        .filter(id -> !shown.contains(id))
        .flatMap(id -> dictionary.element(id).stream())
        .map(element -> view(element, List.of()))
        .toList();
  }

  /** What the rows are called; several rows of one name are one. */
  private List<String> names(List<String> rows) {
    return rows.stream()
        .map(row -> booklet.row(row).map(ChartView.RowView::label).orElse(row))
        .distinct()
        .toList();
  }

  private QuestionView view(DataElement element, List<String> rows) {
    List<String> couldChange = names(rows);
    ProtocolWords words = booklet.words();
    Optional<ElementDescription> described =
        booklet.description().dataElements().stream()
            .filter(each -> each.id().equals(element.id()))
            .findFirst();
    String language = booklet.description().language();
    boolean open = element.type() == ElementType.CODED && element.codes().isEmpty();
    return new QuestionView(
        element.id(),
        element.label(language),
        described.map(ElementDescription::question).orElse(element.question(language)),
        open ? "text" : element.type().name().toLowerCase(Locale.ROOT),
        element.type() == ElementType.QUANTITY ? words.unit(element.unit()) : "",
        element.type() == ElementType.CODED
            ? element.codes().stream()
                .map(code -> new Option(code, words.code(element, code)))
                .toList()
            : List.of(),
        state.finding(element.id()),
        state.notDone(element.id()),
        reasons(element),
        couldChange.stream().limit(MOST_NAMES).toList(),
        Math.max(0, couldChange.size() - MOST_NAMES),
        hint(element));
  }

  /** Only where the protocol lets "not done" close the question; what was sent stays to be seen. */
  private List<Option> reasons(DataElement element) {
    boolean closes =
        booklet.protocol().closings().stream()
            .anyMatch(closing -> closing.slot() == element.index());
    return closes || !state.notDone(element.id()).isEmpty()
        ? REASONS.stream()
            .map(reason -> new Option(reason, booklet.words().message("reason." + reason)))
            .toList()
        : List.of();
  }

  private String hint(DataElement element) {
    if (element.type() == ElementType.LIST) {
      return booklet.words().message("question.list", String.join(" ", element.codes()));
    }
    return element
        .allowed()
        .map(
            range ->
                booklet
                    .words()
                    .message(
                        "question.range",
                        booklet.words().quantity(range.low(), ""),
                        booklet.words().quantity(range.high(), element.unit())))
        .orElse("");
  }
}
