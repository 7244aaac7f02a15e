package org.denba.engine.properties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.Sex;
import org.denba.engine.rules.CsvTable;

/**
 * A child of whom the truth is drawn at random ({@code children.csv}: how often each answer is met,
 * made up for this test after the order of magnitude of a West African health centre) and told only
 * when asked.
 */
final class HiddenChild {

  private static final List<CsvTable.Row> ANSWERS = answers();
  private static final String NOT_DONE = "not-done";

  private final Random random;
  private final Map<String, Finding> truth = new LinkedHashMap<>();
  private final LocalDate birth;
  private final Sex sex;

  HiddenChild(Random random) {
    this.random = random;
    this.birth = BuiltIn.TODAY.minusMonths(2 + random.nextInt(58)).minusDays(random.nextInt(28));
    this.sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
    draw();
  }

  private static List<CsvTable.Row> answers() {
    try (InputStream in = HiddenChild.class.getResourceAsStream("children.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CsvTable.parse("children.csv", text).rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int ageMonths() {
    return (int) birth.until(BuiltIn.TODAY).toTotalMonths();
  }

  private void draw() {
    double bmi = 0;
    for (CsvTable.Row row : ANSWERS) {
      String id = row.get("element");
      if (truth.containsKey(id) || !applies(row.get("when"))) {
        continue;
      }
      if (id.equals("bmi")) {
        bmi = number(pick(row.get("values")));
      } else {
        truth.put(id, finding(id, pick(row.get("values"))));
      }
    }
    measures(bmi);
  }

  /**
   * A length that goes with the age (50 cm at birth, 75 at one year, 110 at five) and its weight.
   */
  private void measures(double bmi) {
    int months = ageMonths();
    double cm = months < 12 ? 50 + 25 * Math.sqrt(months / 12.0) : 75 + (months - 12) * 35 / 48.0;
    cm = Math.rint((cm + random.nextGaussian() * 2) * 10) / 10;
    truth.put("weight", Finding.Quantity.of(Math.rint(bmi * cm * cm / 1000) / 10));
    boolean noBoard = months >= 6 && random.nextInt(10) < 3;
    truth.put(
        "length-height", noBoard ? new Finding.NotDone("no-device") : Finding.Quantity.of(cm));
    truth.put("age-months", Finding.Quantity.of(months));
    truth.put("sex", new Finding.Code(sex == Sex.MALE ? "male" : "female"));
  }

  private boolean applies(String when) {
    if (when.isEmpty()) {
      return true;
    }
    if (when.startsWith("age-months<")) {
      return ageMonths() < Integer.parseInt(when.substring("age-months<".length()));
    }
    String[] sides = when.split("=");
    return truth.get(sides[0]).equals(new Finding.Answer(sides[1].equals("yes")));
  }

  /** One of {@code value:probability|…}; what is left over is "no". */
  private String pick(String values) {
    double left = random.nextDouble();
    for (String value : values.split("\\|")) {
      int colon = value.lastIndexOf(':');
      left -= Double.parseDouble(value.substring(colon + 1));
      if (left < 0) {
        return value.substring(0, colon).strip();
      }
    }
    return "no";
  }

  private double number(String range) {
    String[] ends = range.split("\\.\\.");
    double low = Double.parseDouble(ends[0]);
    double value = low + random.nextDouble() * (Double.parseDouble(ends[1]) - low);
    return ends[0].contains(".") ? Math.rint(value * 10) / 10 : Math.rint(value);
  }

  private Finding finding(String id, String value) {
    DataElement element = BuiltIn.DICTIONARY.element(id).orElseThrow();
    if (value.startsWith(NOT_DONE + " ")) {
      return new Finding.NotDone(value.substring(NOT_DONE.length() + 1));
    }
    return switch (element.type()) {
      case BOOLEAN -> new Finding.Answer(value.equals("yes"));
      case CODED -> new Finding.Code(value);
      case QUANTITY -> Finding.Quantity.of(number(value));
      default -> throw new IllegalStateException("children.csv: " + id);
    };
  }

  /** Everything to which the child has an answer. */
  List<String> elements() {
    return List.copyOf(truth.keySet());
  }

  /** The child with only these answers told. */
  Visit knowing(Iterable<String> elements) {
    Visit visit = Visit.of(Visit.Age.born(birth), null, Map.of());
    for (String element : elements) {
      visit = told(visit, element);
    }
    return visit;
  }

  /**
   * The same with one more answer. A malaria test that was invalid is repeated.
   *
   * @throws AssertionError when the truth has no answer to this question
   */
  Visit told(Visit visit, String element) {
    Finding answer = truth.get(element);
    if (answer == null) {
      throw new AssertionError("children.csv has no answer to " + element);
    }
    if (element.equals("sex")) {
      return visit.withSex(sex);
    }
    if (element.equals("age-months")) {
      return visit;
    }
    Visit more = visit.with(element, answer);
    if (answer.equals(new Finding.Code("invalid"))) {
      truth.put(element, new Finding.Code("negative"));
    }
    return more;
  }
}
