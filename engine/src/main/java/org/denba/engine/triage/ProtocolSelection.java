package org.denba.engine.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.SharedVocabulary;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/** Which protocol a patient falls under: {@code selection.csv}, first line first. */
public final class ProtocolSelection {

  static final String FILE = "selection.csv";

  private static final List<String> COLUMNS = List.of("protocol", "chosen-when", "fits-when");

  /**
   * A line: when the protocol is chosen by itself (null for never), and whom it fits when it is
   * asked for.
   */
  private record Line(String protocol, Condition chosenWhen, Condition fitsWhen) {}

  /** What is known of any patient before a protocol is chosen. */
  static final List<String> PATIENT =
      List.of("age-months", "age-days", "pregnant", "lmp-date", "days-since-delivery");

  private final DataDictionary dictionary;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param dictionary the elements of {@link #PATIENT} only, so that a choice costs little
   */
  ProtocolSelection(RuleFiles files, DataDictionary dictionary, Vocabulary words) {
    this.dictionary = dictionary;
    ConditionParser parser = new ConditionParser(words);
    ProblemList problems = new ProblemList();
    for (CsvTable.Row row : CsvTable.read(files, FILE, problems, COLUMNS).rows()) {
      problems.collect(
          () ->
              lines.add(
                  new Line(
                      row.required("protocol"),
                      row.has("chosen-when") ? condition(parser, row, "chosen-when") : null,
                      condition(parser, row, "fits-when"))));
    }
    problems.throwIfAny(FILE);
  }

  /**
   * Reads {@code selection.csv} for what is wrong with it.
   *
   * @param dictionary the whole dictionary
   * @param parameters the parameters of all protocols
   * @return the protocols that it names
   * @throws RuleFileException naming every line that cannot be used
   */
  public static List<String> check(
      RuleFiles files, DataDictionary dictionary, List<Parameter> parameters) {
    DataDictionary patient = dictionary.only(PATIENT);
    return new ProtocolSelection(files, patient, new SharedVocabulary(patient, parameters))
        .protocols();
  }

  private static Condition condition(ConditionParser parser, CsvTable.Row row, String column) {
    try {
      return parser.parse(row.required(column));
    } catch (ConditionException e) {
      throw new RuleFileException(row.where() + ":" + column, e.getMessage(), e);
    }
  }

  List<String> protocols() {
    return lines.stream().map(Line::protocol).toList();
  }

  /**
   * What the choice rests on: age, pregnancy, delivery and setting.
   *
   * @param askedFor whether the protocol was asked for: then a pregnancy that nobody spoke of is no
   *     reason against it
   */
  Assessment view(
      boolean askedFor,
      Patient patient,
      Map<String, Finding> findings,
      Optional<PatientAge> age,
      LocalDate date,
      String setting,
      ParameterValues parameters) {
    Assessment view =
        new Assessment(dictionary.size(), dictionary.size(), parameters, Contact.first(setting));
    age.ifPresent(
        known -> {
          view.quantity(slot("age-months"), known.months());
          view.quantity(slot("age-days"), known.days());
        });
    if (patient.pregnant() != null) {
      view.answer(slot("pregnant"), patient.pregnant());
    } else if (findings.get("pregnant") instanceof Finding.Answer answer) {
      view.answer(slot("pregnant"), answer.yes());
    } else {
      // nobody said that the patient is pregnant; a child's record never does
      view.answer(slot("pregnant"), askedFor);
    }
    if (patient.lmp() != null || findings.get("lmp-date") instanceof Finding.Day) {
      view.present(slot("lmp-date"));
    }
    LocalDate delivery =
        findings.get("delivery-date") instanceof Finding.Day day && patient.deliveryDate() == null
            ? day.date()
            : patient.deliveryDate();
    if (delivery == null && findings.get("hours-postpartum") instanceof Finding.Quantity hours) {
      view.quantity(slot("days-since-delivery"), days(hours.value()));
    } else if (delivery == null || delivery.isAfter(date)) {
      view.notNeeded(slot("days-since-delivery"));
    } else {
      view.quantity(
          slot("days-since-delivery"), Interval.point(ChronoUnit.DAYS.between(delivery, date)));
    }
    return view;
  }

  private static Interval days(Interval hours) {
    return new Interval(Math.floor(hours.low() / 24), Math.floor(hours.high() / 24));
  }

  private int slot(String element) {
    return dictionary.element(element).orElseThrow().index();
  }

  /** Whether a protocol that was asked for can be used; where the age is unknown it can. */
  boolean fits(String protocol, Assessment view) {
    return lines.stream()
        .anyMatch(line -> line.protocol().equals(protocol) && line.fitsWhen().possible(view));
  }

  /** Whether it fits whatever the rest of the age turns out to be. */
  boolean fitsCertainly(String protocol, Assessment view) {
    return lines.stream()
        .anyMatch(line -> line.protocol().equals(protocol) && line.fitsWhen().certain(view));
  }

  /**
   * The protocols that may be the right ones, first choice first: one where it is certain, several
   * where an age that is not known exactly spans a limit, none where the patient is outside all of
   * them.
   */
  List<String> candidates(Assessment view) {
    List<String> possible = new ArrayList<>();
    for (Line line : lines) {
      if (line.chosenWhen() != null && line.chosenWhen().possible(view)) {
        possible.add(line.protocol());
        if (line.chosenWhen().certain(view)) {
          break;
        }
      }
    }
    return possible;
  }

  /** Whether somebody older or younger than every protocol covers is possible too. */
  boolean perhapsOutside(Assessment view) {
    return lines.stream()
        .noneMatch(line -> line.chosenWhen() != null && line.chosenWhen().certain(view));
  }
}
