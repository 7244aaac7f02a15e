package org.denba.engine.second;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.denba.engine.second.PlainCondition.Leaf;

/** Reads conditions: commas bind least, then "or", then "and"; brackets as usual. */
final class PlainParser {

  private PlainParser() {}

  static PlainCondition parse(String condition) {
    String text = condition.strip().replaceAll("\\s+", " ");
    List<String> parts = split(text, ",");
    if (parts.size() > 1) {
      return PlainCondition.all(parts.stream().map(PlainParser::parse).toList());
    }
    parts = split(text, "||", " or ");
    if (parts.size() > 1) {
      return PlainCondition.any(parts.stream().map(PlainParser::parse).toList());
    }
    parts = split(text, "&&", " and ");
    if (parts.size() > 1) {
      return PlainCondition.all(parts.stream().map(PlainParser::parse).toList());
    }
    String inner = text.substring(text.indexOf('(') + 1, text.length() - 1);
    return text.startsWith("(")
        ? parse(inner)
        : predicate(text.substring(0, text.indexOf('(')), split(inner, ",", ";"));
  }

  /** The parts between these separators, where they stand outside brackets. */
  private static List<String> split(String text, String... separators) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      for (String separator : separators) {
        if (depth == 0 && text.startsWith(separator, i)) {
          parts.add(text.substring(from, i).strip());
          from = i + separator.length();
        }
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }

  private static PlainCondition predicate(String name, List<String> quoted) {
    List<String> args = quoted.stream().map(arg -> arg.replace("\"", "").strip()).toList();
    if (name.equals("either")) {
      return either(parse(quoted.get(0)), parse(quoted.get(1)));
    }
    if (name.equals("reported")) {
      return reported(parse(quoted.get(0)));
    }
    if (name.equals("param")) {
      return parameter(args);
    }
    return new PlainCondition(List.of(new Leaf(name, args)), meaning(name, args));
  }

  private static Function<Picture, Truth> meaning(String name, List<String> args) {
    String x = args.get(0);
    List<String> words = args.size() < 2 ? List.of() : Arrays.asList(args.get(1).split("[/|]"));
    return switch (name) {
      case "yes" -> patient -> patient.answers(x, true);
      case "no" -> patient -> patient.answers(x, false);
      case "answer" -> patient -> patient.answers(x, words.get(0).equals("yes"));
      case "is" -> patient -> patient.isOneOf(x, words);
      case "atLeast" -> patient -> patient.compares(x, above(patient, args.get(1), true));
      case "above" -> patient -> patient.compares(x, above(patient, args.get(1), false));
      case "below" -> patient -> patient.compares(x, above(patient, args.get(1), true).negate());
      case "atMost" -> patient -> patient.compares(x, above(patient, args.get(1), false).negate());
      case "notDone" ->
          patient -> patient.notDone(x, words.equals(List.of("any")) ? List.of() : words);
      case "notNeeded" -> patient -> patient.notNeeded(x);
      case "blank" -> patient -> Truth.of(patient.nothingWasSaid(x));
      case "known" -> patient -> Truth.of(patient.hasValue(x));
      case "noValue" -> patient -> Truth.of(!patient.hasValue(x));
      case "countYes" -> patient -> count(patient, Integer.parseInt(x), args);
      case "setting" -> patient -> Truth.of(patient.visit().setting().equals(x));
      case "visit" -> patient -> Truth.of(patient.visit().followUp() == x.equals("follow-up"));
      case "earlier" -> patient -> Truth.of(patient.wasReportedBefore(x));
      case "row" -> patient -> patient.row(x);
      case "anyPinkRow" -> patient -> patient.anyPinkRowBut(args);
      case "otherwise" -> patient -> Truth.YES;
      default -> throw new IllegalArgumentException(name + args);
    };
  }

  private static DoublePredicate above(Picture patient, String bound, boolean orEqual) {
    double limit = patient.number(bound);
    return value -> value > limit || orEqual && value == limit;
  }

  /** Yes as soon as so many are found, no as soon as those found and the unknown ones are fewer. */
  private static Truth count(Picture patient, int wanted, List<String> args) {
    int found = 0;
    int left = 0;
    for (String sign : args.subList(1, args.size())) {
      Truth truth = patient.answers(sign, true);
      found += truth == Truth.YES ? 1 : 0;
      left += truth == Truth.OPEN ? 1 : 0;
    }
    return found >= wanted ? Truth.YES : found + left < wanted ? Truth.NO : Truth.OPEN;
  }

  /** Yes if one way says yes, no if one says no and none yes, open if none is known. */
  private static PlainCondition either(PlainCondition one, PlainCondition other) {
    List<Leaf> leaves = new ArrayList<>(one.leaves());
    leaves.addAll(other.leaves());
    return new PlainCondition(
        leaves,
        patient -> {
          List<Truth> both = List.of(one.of(patient), other.of(patient));
          return both.contains(Truth.YES)
              ? Truth.YES
              : both.contains(Truth.NO) ? Truth.NO : Truth.OPEN;
        });
  }

  /** An alert sign: blank is no, unless the parameter says that it must be asked. */
  private static PlainCondition reported(PlainCondition sign) {
    String x = sign.elements().findFirst().orElseThrow();
    List<Leaf> leaves = new ArrayList<>(sign.leaves());
    leaves.add(new Leaf("param", List.of("alert.signs")));
    return new PlainCondition(
        leaves,
        patient ->
            patient.isOpen(x) && !"must-ask".equals(patient.parameter("alert.signs"))
                ? Truth.NO
                : sign.of(patient));
  }

  private static PlainCondition parameter(List<String> args) {
    String[] sides = String.join("/", args).split("\\s*=\\s*|/", 2);
    List<String> values = Arrays.asList(sides[1].split("[/|]"));
    return new PlainCondition(
        List.of(new Leaf("param", List.of(sides[0]))),
        patient -> Truth.of(values.contains(patient.parameter(sides[0]))));
  }
}
