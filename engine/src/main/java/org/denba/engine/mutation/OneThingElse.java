package org.denba.engine.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.growth.Sex;
import org.denba.engine.proof.Question;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.triage.TriageRequest;

/** Patients of whom one thing is said otherwise than of another. */
final class OneThingElse {

  private static final String UNKNOWN = "unknown";
  private static final String NOT_DONE = "{notDone: ";

  private final DataDictionary dictionary;
  private final Protocol protocol;
  private final List<Consumer<Draft>> changes = new ArrayList<>();

  /**
   * @param questions what may be said otherwise, and how
   */
  OneThingElse(DataDictionary dictionary, Protocol protocol, List<Question> questions) {
    this.dictionary = dictionary;
    this.protocol = protocol;
    questions.forEach(
        question -> question.words().forEach(words -> change(question, words, changes::add)));
  }

  /** The request with each of the changes. */
  List<TriageRequest> than(TriageRequest request) {
    List<TriageRequest> others = new ArrayList<>();
    for (Consumer<Draft> change : changes) {
      TriageRequest other = Draft.of(request, change);
      if (!other.equals(request)) {
        others.add(other);
      }
    }
    return others;
  }

  private void change(Question question, String words, Consumer<Consumer<Draft>> to) {
    switch (question.kind()) {
      case SETTING -> to.accept(draft -> draft.setting = words);
      case VISIT -> to.accept(draft -> draft.visit = words);
      case EARLIER ->
          to.accept(
              draft -> {
                draft.visit = TriageRequest.FOLLOW_UP;
                if (words.equals("yes")) {
                  draft.earlier.add(question.name());
                } else {
                  draft.earlier.remove(question.name());
                }
              });
      case PARAMETER ->
          protocol
              .parameter(question.name())
              .flatMap(parameter -> parameter.read(words))
              .ifPresent(value -> to.accept(draft -> draft.parameters.put(question.name(), value)));
      default -> finding(question.name(), words, to);
    }
  }

  private void finding(String id, String words, Consumer<Consumer<Draft>> to) {
    boolean unknown = words.equals(UNKNOWN);
    if (id.equals("age-months") && !unknown) {
      months((int) Double.parseDouble(words), to);
    }
    switch (id) {
      case "age-months", "age-days", "age-years" ->
          to.accept(unknown ? Draft::noAge : aged(id, (int) Double.parseDouble(words)));
      case "sex" ->
          to.accept(
              draft -> draft.sex(unknown ? null : Sex.valueOf(words.toUpperCase(Locale.ROOT))));
      default -> collected(dictionary.element(id).orElseThrow(), words, to);
    }
  }

  private static Consumer<Draft> aged(String element, int age) {
    return switch (element) {
      case "age-months" -> draft -> draft.born(draft.date.minusMonths(age));
      case "age-days" -> draft -> draft.born(draft.date.minusDays(age));
      default -> draft -> draft.ageYears(age);
    };
  }

  /** Of an age in months the last day of the month too, and the months alone. */
  private static void months(int months, Consumer<Consumer<Draft>> to) {
    to.accept(draft -> draft.born(draft.date.minusMonths(months + 1L).plusDays(1)));
    to.accept(draft -> draft.ageMonths(months));
  }

  private void collected(DataElement element, String words, Consumer<Consumer<Draft>> to) {
    Optional<Measurements.DaysSince> since =
        protocol.measurements().daysSince().stream()
            .filter(each -> each.slot() == element.index())
            .findFirst();
    if (since.isPresent()) {
      String date = dictionary.elements().get(since.get().dateSlot()).id();
      if (isNumber(words)) {
        to.accept(draft -> draft.findings.put(date, dayBefore(draft.date, element, words)));
      } else {
        said(date, element, words).ifPresent(to);
      }
      return;
    }
    said(element.id(), element, words).ifPresent(to);
  }

  private static Finding dayBefore(LocalDate visit, DataElement element, String words) {
    long many = (long) Double.parseDouble(words);
    return new Finding.Day(
        element.unit().equals("mo") ? visit.minusMonths(many) : visit.minusDays(many));
  }

  private static Optional<Consumer<Draft>> said(String id, DataElement element, String words) {
    if (words.equals(UNKNOWN)) {
      return Optional.of(draft -> draft.findings.remove(id));
    }
    if (words.startsWith(NOT_DONE)) {
      String reason = words.substring(NOT_DONE.length(), words.length() - 1);
      return Optional.of(draft -> draft.findings.put(id, new Finding.NotDone(reason)));
    }
    Finding finding = null;
    if (element.type() == ElementType.BOOLEAN) {
      finding = new Finding.Answer(words.equals("yes"));
    } else if (element.type() == ElementType.CODED && element.codes().contains(words)) {
      finding = new Finding.Code(words);
    } else if (element.type() == ElementType.QUANTITY && isNumber(words)) {
      finding = Finding.Quantity.of(Double.parseDouble(words));
    }
    Finding said = finding;
    return said == null ? Optional.empty() : Optional.of(draft -> draft.findings.put(id, said));
  }

  private static boolean isNumber(String words) {
    return words.matches("-?\\d+(\\.\\d+)?");
  }
}
