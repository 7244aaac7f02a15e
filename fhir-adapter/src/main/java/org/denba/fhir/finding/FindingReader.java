package org.denba.fhir.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.RequestError;

/**
 * Makes a finding of what a client sent: checks it against the data dictionary and converts it to
 * the element's own unit. The same for every door, so that JSON and FHIR can never differ in what
 * they take. It decides nothing clinical: whether a value is allowed or plausible is the engine's
 * to say. Everything wrong is reported with its path, and no finding is made of it. Thread-safe.
 */
public final class FindingReader {

  /** The reasons that a client can give for a finding that was not done. */
  public static final List<String> NOT_DONE_REASONS =
      List.of(
          "no-device", "refused", "child-agitated", "not-feasible", Finding.NotDone.UNSPECIFIED);

  private static final String NOT_DONE = "not-done";
  private static final String UNKNOWN = "unknown";

  /** A code of an element whose codes no list of ours holds (a district). */
  private static final Pattern OPEN_CODE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._'-]{0,63}");

  private final DataDictionary dictionary;
  private final Function<DataElement, List<String>> computedFrom;
  private final QuantityReader quantities;

  /** A reader that cannot say from what a derived element is computed. */
  public FindingReader(DataDictionary dictionary, UcumUnits units) {
    this(dictionary, units, element -> List.of());
  }

  /**
   * @param computedFrom the ids of the findings that a derived element is computed from, as far as
   *     they are known; they are what a client is told to send instead
   */
  public FindingReader(
      DataDictionary dictionary,
      UcumUnits units,
      Function<DataElement, List<String>> computedFrom) {
    this.dictionary = dictionary;
    this.computedFrom = computedFrom;
    this.quantities = new QuantityReader(units);
  }

  /**
   * The data element of this id; an id that the dictionary lacks is an error that names the nearest
   * one it has.
   */
  public Optional<DataElement> element(String id, String path, Consumer<RequestError> errors) {
    Optional<DataElement> element = dictionary.element(id);
    if (element.isEmpty()) {
      String nearest =
          dictionary
              .nearest(id)
              .map(known -> "did you mean '" + known + "'?")
              .orElse("GET /protocols lists the ids that there are");
      errors.accept(
          new RequestError(
              path,
              "unknown-finding",
              Quoted.of(id) + " is not in the data dictionary: " + nearest));
    }
    return element;
  }

  /**
   * Reads one finding.
   *
   * @param element what was found out about
   * @param value what the client sent
   * @param path where, as a path into the request
   * @param errors takes what is wrong
   * @return the finding in the element's own unit ({@link Finding.Unknown} where it is said to be
   *     not known), or empty when an error was reported
   */
  public Optional<Finding> read(
      DataElement element, SentValue value, String path, Consumer<RequestError> errors) {
    if (element.derived()) {
      errors.accept(new RequestError(path, "derived-finding", derived(element)));
      return Optional.empty();
    }
    ReadAt at = new ReadAt(element, path, errors);
    if (value instanceof SentValue.Nothing || isText(value, UNKNOWN)) {
      return Optional.of(new Finding.Unknown());
    }
    if (isText(value, NOT_DONE)) {
      return Optional.of(new Finding.NotDone(Finding.NotDone.UNSPECIFIED));
    }
    if (value instanceof SentValue.NotDone notDone) {
      return notDone(notDone.reason(), at);
    }
    return switch (element.type()) {
      case BOOLEAN -> answer(value, at);
      case QUANTITY -> quantities.read(value, at);
      case CODED -> code(value, at);
      case DATE -> DayReader.read(value, at);
      case LIST -> entries(value, at);
    };
  }

  private String derived(DataElement element) {
    List<String> leaves = computedFrom.apply(element);
    String instead =
        leaves.isEmpty()
            ? "send the signs and measurements that it is made of"
            : "send " + String.join(", ", leaves);
    return "'"
        + element.id()
        + "' ("
        + element.label("en")
        + ") is computed by Denba: leave it out and "
        + instead;
  }

  private static boolean isText(SentValue value, String text) {
    return value instanceof SentValue.Text t && t.value().equals(text);
  }

  private static Optional<Finding> notDone(String reason, ReadAt at) {
    if (reason == null) {
      return Optional.of(new Finding.NotDone(Finding.NotDone.UNSPECIFIED));
    }
    if (NOT_DONE_REASONS.contains(reason)) {
      return Optional.of(new Finding.NotDone(reason));
    }
    return at.error(
        "unknown-reason",
        "notDone "
            + Quoted.of(reason)
            + " is not a reason: send one of "
            + String.join(", ", NOT_DONE_REASONS));
  }

  private static Optional<Finding> answer(SentValue value, ReadAt at) {
    if (value instanceof SentValue.Bool bool) {
      return Optional.of(new Finding.Answer(bool.value()));
    }
    if (isText(value, "yes") || isText(value, "no")) {
      return Optional.of(new Finding.Answer(isText(value, "yes")));
    }
    return at.wrongType(value, "true or false (or \"yes\", \"no\")");
  }

  private static Optional<Finding> code(SentValue value, ReadAt at) {
    List<String> codes = at.element().codes();
    if (!(value instanceof SentValue.Text text)) {
      return at.wrongType(value, "one of the codes " + String.join(", ", codes));
    }
    boolean open = codes.isEmpty() && OPEN_CODE.matcher(text.value()).matches();
    if (open || at.element().hasCode(text.value())) {
      return Optional.of(new Finding.Code(text.value()));
    }
    return at.error(
        "unknown-code",
        Quoted.of(text.value())
            + " is no code of '"
            + at.element().id()
            + "': send one of "
            + String.join(", ", codes)
            + Quoted.nearest(text.value(), codes));
  }

  private static Optional<Finding> entries(SentValue value, ReadAt at) {
    List<String> fields = at.element().codes();
    if (!(value instanceof SentValue.Items items)) {
      return at.wrongType(value, "a list of objects with the fields " + String.join(", ", fields));
    }
    boolean known = true;
    for (int i = 0; i < items.entries().size(); i++) {
      for (Map.Entry<String, String> field : items.entries().get(i).entrySet()) {
        if (!fields.contains(field.getKey())) {
          known = false;
          at.error(
              "[" + i + "]." + Quoted.path(field.getKey()),
              "unknown-field",
              Quoted.of(field.getKey())
                  + " is no field of '"
                  + at.element().id()
                  + "': its fields are "
                  + String.join(", ", fields));
        }
      }
    }
    return known ? Optional.of(new Finding.Entries(items.entries())) : Optional.empty();
  }
}
