package org.denba.fhir.workbench.booklet;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolDescription.ParameterDescription;
import org.denba.engine.protocol.Row;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult;
import org.springframework.context.MessageSource;

/**
 * The words of one protocol in one language: labels from the dictionary, sentences from the rules'
 * texts, small words ("or", "at least") from the pages' own messages.
 */
public final class ProtocolWords {

  private static final String DATE = "date";
  private static final Pattern SEASON = Pattern.compile("(\\d\\d-\\d\\d)\\.\\.(\\d\\d-\\d\\d)");

  private final Protocol protocol;
  private final DataDictionary dictionary;
  private final Texts texts;
  private final MessageSource messages;
  private final String language;
  private final Locale locale;
  private final Map<String, ParameterDescription> parameters;

  ProtocolWords(
      Protocol protocol,
      ProtocolDescription description,
      DataDictionary dictionary,
      Texts texts,
      MessageSource messages) {
    this.protocol = protocol;
    this.dictionary = dictionary;
    this.texts = texts;
    this.messages = messages;
    this.language = description.language();
    this.locale = Locale.forLanguageTag(language);
    this.parameters =
        description.parameters().stream()
            .collect(Collectors.toMap(ParameterDescription::id, each -> each));
  }

  Protocol protocol() {
    return protocol;
  }

  DataDictionary dictionary() {
    return dictionary;
  }

  String language() {
    return language;
  }

  /** One of the pages' own words. */
  public String message(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** The same; empty where the pages have no such word. */
  public String messageOrNothing(String key) {
    return messages.getMessage(key, null, "", locale);
  }

  /** What a reader should know of a line with this flag; empty where it is only for the engine. */
  String flag(String flag) {
    return messageOrNothing("flag." + flag);
  }

  /** The data element of a slot; empty for the slot of a row or a guard. */
  Optional<DataElement> element(int slot) {
    return slot < dictionary.size()
        ? Optional.of(dictionary.elements().get(slot))
        : Optional.empty();
  }

  /** The row whose own condition a slot holds. */
  Optional<Row> row(int slot) {
    return protocol.rows().stream().filter(row -> row.slot() == slot).findFirst();
  }

  /** The name of a code of an element. */
  public String code(DataElement element, String code) {
    return dictionary.valueLabel(element, code, language);
  }

  /** A unit as people write it: {@code °C} for {@code Cel}. */
  public String unit(String ucum) {
    return ucum.isEmpty() ? "" : messages.getMessage("unit." + ucum, null, ucum, locale);
  }

  /** A date, or two days of any year, as people write it; anything else as it is. */
  String day(String text) {
    Matcher season = SEASON.matcher(text);
    if (season.matches()) {
      DateTimeFormatter form = DateTimeFormatter.ofPattern("d MMMM", locale);
      return message(
          "calendar.from-to",
          form.format(MonthDay.parse("--" + season.group(1))),
          form.format(MonthDay.parse("--" + season.group(2))));
    }
    return text.matches("\\d{4}-\\d\\d-\\d\\d")
        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .format(LocalDate.parse(text))
        : text;
  }

  /** What a parameter is called in a sentence: its label as far as it only names it. */
  public String parameter(String id) {
    ParameterDescription described = parameters.get(id);
    return described == null ? id : described.label().replaceFirst("(?s)\\s*[:;(].*|\\.$", "");
  }

  /** A number with its unit. */
  public String quantity(double number, String ucum) {
    String unit =
        isOne(number)
            ? messages.getMessage("unit." + ucum + ".1", null, unit(ucum), locale)
            : unit(ucum);
    return texts.number(language, number)
        + (unit.isEmpty() || unit.startsWith("/") ? unit : " " + unit);
  }

  /** Whether the language counts so many as one. */
  private boolean isOne(double number) {
    return language.equals("fr") ? Math.abs(number) < 2 : number == 1;
  }

  /** The value that a parameter has on this service. */
  String active(String parameter) {
    return ParameterValues.text(parameters.get(parameter).active());
  }

  /** What a parameter's value is called. */
  String value(Object value) {
    String text = ParameterValues.text(value);
    return switch (text) {
      case "true", "yes", "on" -> message("value.true");
      case "false", "no", "off" -> message("value.false");
      case "" -> message("value.nothing");
      default -> value instanceof Number n ? texts.number(language, n.doubleValue()) : text;
    };
  }

  /**
   * A finding as an answer gives it, in words.
   *
   * @param value a Boolean, Number, text, {@link TriageResult.Range} or {@link
   *     TriageResult.NotDone}
   */
  public String finding(DataElement element, Object value) {
    if (value instanceof Boolean yes) {
      return message(yes ? "phrase.yes" : "phrase.no");
    }
    if (value instanceof Number number) {
      return quantity(number.doubleValue(), element.unit());
    }
    if (value instanceof TriageResult.Range range) {
      return quantity(range.low().doubleValue(), "")
          + " – "
          + quantity(range.high().doubleValue(), element.unit());
    }
    if (value instanceof TriageResult.NotDone notDone) {
      return message("phrase.not-done-because", message("reason." + notDone.notDone()));
    }
    return code(element, String.valueOf(value));
  }

  /** An answer as the simulator's form holds it ({@code yes}, {@code 38.5}, {@code !refused}). */
  public String answer(DataElement element, String answer) {
    return switch (answer) {
      case "yes", "no" -> message("phrase." + answer);
      case "?" -> message("question.not-known");
      default -> {
        if (answer.startsWith("!")) {
          yield message("phrase.not-done");
        }
        String unit = unit(element.unit());
        yield element.type() == ElementType.CODED
            ? code(element, answer)
            : answer + (unit.isEmpty() || unit.startsWith("/") ? unit : " " + unit);
      }
    };
  }

  /** What a value of a parameter is called, with its unit. */
  public String parameterValue(String id, Object value, String unit) {
    String text = ParameterValues.text(value);
    String key = "parameter." + id + ".value." + text;
    if (texts.has(language, key)) {
      return text(key);
    }
    String urgency = messageOrNothing("urgency." + text.toLowerCase(Locale.ROOT));
    if (!urgency.isEmpty()) {
      return urgency;
    }
    return value instanceof Number number
        ? quantity(number.doubleValue(), unit == null ? "" : unit)
        : value(value);
  }

  /** Several values, one after the other. */
  public String parameterValues(String id, List<Object> values, String unit) {
    return values.stream()
        .map(each -> parameterValue(id, each, unit))
        .collect(Collectors.joining(", "));
  }

  /** The classification's name of a row, or the row's own name where it only gives actions. */
  String rowLabel(Row row) {
    return row.classifies()
        ? text("classification." + row.classification() + ".label")
        : texts.has(language, "row." + row.id())
            ? text("row." + row.id())
            : message("chart.action-row");
  }

  /** The name of the row itself, where it has one ("second dose of …"), and its classification. */
  String rowTitle(Row row) {
    String key = "row." + row.id();
    return row.classifies() && texts.has(language, key)
        ? text(key) + ": " + rowLabel(row)
        : rowLabel(row);
  }

  /** How sentences name a row: its own name, or its id. */
  String rowName(Row row) {
    String key = "row." + row.id();
    return texts.has(language, key) ? text(key) : row.id();
  }

  /** Whether the rules have such a text. */
  boolean has(String key) {
    return texts.has(language, key);
  }

  /**
   * A text of the rules. What it says only of one patient (a date, the rows) is left open as "…"; a
   * parameter has its value.
   */
  String text(String key) {
    return text(key, Map.of());
  }

  /** The same with some places filled. */
  String text(String key, Map<String, ?> values) {
    return texts.get(
        language,
        key,
        name ->
            values.containsKey(name)
                ? values.get(name)
                : parameters.containsKey(name)
                    ? active(name)
                    : name.equals(DATE) ? message("text.date") : "…");
  }
}
