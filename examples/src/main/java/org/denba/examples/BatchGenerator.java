package org.denba.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes the batch of the examples: visits that never were, as lines of JSON, some of them wrong on
 * purpose. The same seed gives the same bytes on every machine ({@link Random} is specified to the
 * bit). What is found, and how often, stands in {@code batch/findings.csv}; nothing of it is here.
 *
 * <p>Runs without being built: {@code java src/main/java/org/denba/examples/BatchGenerator.java
 * batch/findings.csv 20261120 1000}
 */
public final class BatchGenerator {

  private static final String DAY = "2026-11-20";

  /** How many lines cannot be answered. */
  private static final double WRONG = 0.03;

  /** How many numbers have their decimal point in the wrong place. */
  private static final double SLIP = 0.005;

  private final Random random;
  private final List<Row> rows;

  /** One line of {@code findings.csv}; its columns are explained in the README. */
  private record Row(
      String id,
      double chance,
      String kind,
      double yes,
      double low,
      double high,
      double perMonth,
      int decimals,
      List<String> codes,
      double notDone,
      String unit,
      double factor,
      double offset) {

    static Row of(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          cells[0],
          number(cells[1]),
          cells[2],
          number(cells[3]),
          number(cells[4]),
          number(cells[5]),
          number(cells[6]),
          (int) number(cells[7]),
          weighted(cells[8]),
          number(cells[9]),
          cells[10],
          number(cells[11]),
          number(cells[12]));
    }

    private static double number(String cell) {
      return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }

    /** Each code as many times as its weight says. */
    private static List<String> weighted(String cell) {
      List<String> codes = new ArrayList<>();
      for (String part : cell.isEmpty() ? new String[0] : cell.split("\\|")) {
        String[] code = part.split(":");
        codes.addAll(Collections.nCopies(Integer.parseInt(code[1]), code[0]));
      }
      return codes;
    }
  }

  /**
   * @param table lines of {@code findings.csv}, with the line of headings
   */
  public BatchGenerator(long seed, List<String> table) {
    this.random = new Random(seed);
    this.rows = table.stream().skip(1).map(Row::of).toList();
  }

  /**
   * @param arguments the file {@code findings.csv}, the seed, how many lines
   */
  public static void main(String[] arguments) throws IOException {
    List<String> table = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
    BatchGenerator generator = new BatchGenerator(Long.parseLong(arguments[1]), table);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    generator.lines(Integer.parseInt(arguments[2])).forEach(line -> out.print(line + "\n"));
    out.flush();
  }

  /** The next lines of the batch. */
  public List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String good = visit("b-%04d".formatted(i));
      lines.add(happens(WRONG) ? spoiled(good) : good);
    }
    return lines;
  }

  private String visit(String id) {
    int months = 2 + random.nextInt(58);
    String patient = patient(months);
    double care = pick(List.of(0.15, 0.4, 0.8, 1.0, 2.5));
    TreeMap<String, String> parameters = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    for (Row row : rows) {
      if (row.kind().equals("parameter")) {
        if (happens(row.chance())) {
          parameters.put(row.id(), code(row));
        }
      } else {
        String value = happens(row.chance() * care) ? value(row, months) : unknown();
        if (value != null) {
          findings.add("\"" + row.id() + "\":" + value);
        }
      }
    }
    return "{\"id\":\""
        + id
        + "\",\"date\":\""
        + DAY
        + "\""
        + language()
        + setting()
        + ",\"patient\":{"
        + patient
        + "}"
        + (parameters.isEmpty() ? "" : ",\"parameters\":{" + fields(parameters) + "}")
        + ",\"findings\":{"
        + String.join(",", findings)
        + "}}";
  }

  private String patient(int months) {
    String sex = pick(List.of("", ",\"sex\":\"female\"", ",\"sex\":\"male\""));
    return switch (random.nextInt(40)) {
      case 0 -> "\"ageDays\":" + random.nextInt(61) + sex;
      case 1 -> "\"ageMonths\":" + (60 + random.nextInt(40)) + sex;
      case 2 ->
          "\"ageYears\":" + (16 + random.nextInt(25)) + ",\"sex\":\"female\",\"pregnant\":true";
      case 3, 4 -> "\"ageYears\":" + (months / 12) + sex;
      case 5, 6 -> "\"ageMonths\":" + months + ",\"ageEstimated\":true" + sex;
      default -> "\"ageMonths\":" + months + sex;
    };
  }

  private String language() {
    return pick(
        List.of(",\"language\":\"fr\"", ",\"language\":\"fr\"", ",\"language\":\"en\"", ""));
  }

  private String setting() {
    return happens(0.04) ? ",\"setting\":\"community\"" : "";
  }

  private String value(Row row, int months) {
    if (happens(row.notDone())) {
      return "{\"notDone\":\"" + pick(List.of("no-device", "no-device", "refused")) + "\"}";
    }
    return switch (row.kind()) {
      case "yes-no" -> String.valueOf(happens(row.yes()));
      case "code" -> code(row);
      default -> quantity(row, months);
    };
  }

  private String code(Row row) {
    String code = pick(row.codes());
    return code.chars().allMatch(Character::isDigit) ? code : "\"" + code + "\"";
  }

  private String quantity(Row row, int months) {
    double value =
        row.low() + (row.high() - row.low()) * random.nextDouble() + row.perMonth() * months;
    BigDecimal own = decimal(happens(SLIP) ? value * 10 : value, row.decimals());
    if (row.unit().isEmpty() || !happens(0.2)) {
      return own.toPlainString();
    }
    BigDecimal other = decimal(own.doubleValue() * row.factor() + row.offset(), 1);
    return "{\"value\":" + other.toPlainString() + ",\"unit\":\"" + row.unit() + "\"}";
  }

  private static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** What is not known is mostly left out; some clients say so. */
  private String unknown() {
    return happens(0.06) ? pick(List.of("null", "null", "\"unknown\"")) : null;
  }

  /** The same line with a mistake that clients make. */
  private String spoiled(String line) {
    return switch (random.nextInt(8)) {
      case 0 -> line.substring(0, line.length() * 2 / 3);
      case 1 -> line.replace("\"findings\":", "\"findngs\":");
      case 2 -> line.replaceFirst("(\"findings\":\\{.*[a-z])[a-z]\":", "$1\":");
      case 3 -> line.replaceFirst(":(true|false)", ":\"sometimes\"");
      case 4 -> line.replaceFirst("\"patient\":\\{[^}]*\\}", "\"patient\":{}");
      case 5 ->
          line.replaceFirst(
              "\"findings\":\\{", "\"findings\":{\"muac\":{\"value\":13,\"unit\":\"kg\"},");
      case 6 -> line.replace(DAY, "2026-13-45");
      default -> "[" + line + "]";
    };
  }

  private static String fields(TreeMap<String, String> fields) {
    return String.join(
        ",",
        fields.entrySet().stream().map(e -> "\"" + e.getKey() + "\":" + e.getValue()).toList());
  }

  private boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
