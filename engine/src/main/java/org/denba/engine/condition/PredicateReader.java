package org.denba.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.dictionary.NearestId;

/**
 * Turns a predicate's name and arguments into a condition, and refuses what the dictionary does not
 * allow.
 */
final class PredicateReader {

  private static final List<String> NOT_DONE_REASONS =
      List.of("no-device", "refused", "child-agitated", "not-feasible");

  private static final List<String> VISITS = List.of("follow-up", "initial");
  private static final List<String> SETTINGS = List.of("community", "health-facility");

  private final Vocabulary words;
  private final Function<String, Condition> nested;
  private final Map<String, BiFunction<String, List<String>, Condition>> predicates =
      new TreeMap<>();

  PredicateReader(Vocabulary words, Function<String, Condition> nested) {
    this.words = words;
    this.nested = nested;
    predicates.put("yes", (name, args) -> yesNo(args, true));
    predicates.put("no", (name, args) -> yesNo(args, false));
    predicates.put("answer", (name, args) -> answer(args));
    predicates.put("is", (name, args) -> isCode(args));
    for (Compare.Operator operator : Compare.Operator.values()) {
      predicates.put(operator.word(), (name, args) -> compare(operator, args));
    }
    predicates.put("notDone", (name, args) -> notDone(args));
    predicates.put("notNeeded", (name, args) -> notNeeded(args));
    predicates.put("blank", (name, args) -> blank(args));
    predicates.put("known", (name, args) -> known(args));
    predicates.put("noValue", (name, args) -> noValue(args));
    predicates.put("reported", (name, args) -> reported(args));
    predicates.put("param", (name, args) -> parameter(args));
    predicates.put(
        "setting", (name, args) -> new SettingIs(Arguments.oneOf(args, "setting", SETTINGS)));
    predicates.put("visit", (name, args) -> visit(args));
    predicates.put("earlier", (name, args) -> earlier(args));
    predicates.put("otherwise", (name, args) -> otherwise(args));
    predicates.put("either", (name, args) -> either(args));
    predicates.put("countYes", (name, args) -> countYes(args));
    predicates.put("row", (name, args) -> row(args));
    predicates.put("anyPinkRow", (name, args) -> anyPinkRow(args));
  }

  Condition read(String name, List<String> arguments) {
    BiFunction<String, List<String>, Condition> reader = predicates.get(name);
    if (reader == null) {
      throw new ConditionException(
          "'"
              + name
              + "' is no predicate"
              + Arguments.meant(NearestId.of(name, predicates.keySet()).orElse(null))
              + "; there are "
              + String.join(", ", predicates.keySet()));
    }
    return reader.apply(name, arguments.stream().map(Arguments::unquoted).toList());
  }

  private Condition yesNo(List<String> args, boolean yes) {
    DataElement element = words.element(Arguments.one(args, yes ? "yes" : "no"));
    Arguments.expect(element, ElementType.BOOLEAN, "yes(…), no(…)");
    return new YesNo(element.index(), element.id(), yes);
  }

  /** The form of a chart's cells: {@code answer(x, yes)}. */
  private Condition answer(List<String> args) {
    Arguments.expectCount(args, 2, "answer(sign, yes) or answer(sign, no)");
    String answer = args.get(1);
    if (!answer.equals("yes") && !answer.equals("no")) {
      throw new ConditionException(
          "'"
              + answer
              + "' is no answer for '"
              + args.get(0)
              + "'"
              + Arguments.meant(Arguments.answer(answer))
              + ": write yes or no");
    }
    return yesNo(List.of(args.get(0)), answer.equals("yes"));
  }

  private Condition isCode(List<String> args) {
    Arguments.expectCount(args, 2, "is(element, code) or is(element, code/code)");
    DataElement element = words.element(args.get(0));
    Arguments.expect(element, ElementType.CODED, "is(…)");
    List<String> codes = Arguments.options(args.get(1));
    int mask = 0;
    for (String code : codes) {
      int at = element.codes().indexOf(code);
      if (at < 0) {
        throw new ConditionException(
            "'"
                + code
                + "' is no code of '"
                + element.id()
                + "'"
                + Arguments.meant(NearestId.of(code, element.codes()).orElse(null))
                + "; its codes are "
                + String.join(", ", element.codes()));
      }
      mask |= 1 << at;
    }
    return new IsCode(element.index(), element.id(), codes, mask);
  }

  private Condition compare(Compare.Operator operator, List<String> args) {
    Arguments.expectCount(args, 2, operator.word() + "(quantity, number)");
    DataElement element = words.element(args.get(0));
    Arguments.expect(element, ElementType.QUANTITY, operator.word() + "(…)");
    return new Compare(element.index(), element.id(), operator, threshold(element, args.get(1)));
  }

  private Threshold threshold(DataElement element, String cell) {
    if (cell.startsWith("{") && cell.endsWith("}")) {
      String id = cell.substring(1, cell.length() - 1);
      int parameter = words.parameter(id);
      if (!words.isNumeric(parameter)) {
        throw new ConditionException(
            "the parameter '" + id + "' is no number: it cannot be compared with " + element.id());
      }
      return new Threshold.Parameter(parameter, id);
    }
    double number;
    try {
      number = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new ConditionException(
          "'"
              + cell
              + "' is no number for '"
              + element.id()
              + "'"
              + Arguments.meant(Arguments.number(cell))
              + ": write 37.5 (with a point, without a unit) or a parameter in braces");
    }
    if (!Double.isFinite(number)) {
      throw new ConditionException("'" + cell + "' is no number for '" + element.id() + "'");
    }
    element
        .allowed()
        .filter(range -> number < range.low() || number > range.high())
        .ifPresent(
            range -> {
              throw new ConditionException(
                  "'"
                      + cell
                      + "' lies outside what '"
                      + element.id()
                      + "' can be: "
                      + range.low()
                      + " to "
                      + range.high());
            });
    return new Threshold.Fixed(number);
  }

  private Condition notDone(List<String> args) {
    if (args.isEmpty() || args.size() > 2 || args.get(0).isEmpty()) {
      throw new ConditionException("write notDone(element) or notDone(element, reason/reason)");
    }
    DataElement element = words.element(args.get(0));
    List<String> reasons =
        args.size() == 1 || args.get(1).equals("any") ? List.of() : Arguments.options(args.get(1));
    for (String reason : reasons) {
      if (!NOT_DONE_REASONS.contains(reason)) {
        throw new ConditionException(
            "'"
                + reason
                + "' is no reason"
                + Arguments.meant(NearestId.of(reason, NOT_DONE_REASONS).orElse(null))
                + "; the reasons are "
                + String.join(", ", NOT_DONE_REASONS));
      }
    }
    return new NotDone(element.index(), element.id(), reasons);
  }

  /** A chart's cell says yes: {@code notNeeded(x, yes)}. */
  private Condition notNeeded(List<String> args) {
    DataElement element = words.element(Arguments.one(Arguments.withoutYes(args), "notNeeded"));
    return new NotNeeded(element.index(), element.id());
  }

  private Condition blank(List<String> args) {
    DataElement element = words.element(Arguments.one(args, "blank"));
    return new Blank(element.index(), element.id());
  }

  private Condition known(List<String> args) {
    DataElement element = words.element(Arguments.one(args, "known"));
    return new Known(element.index(), element.id());
  }

  private Condition noValue(List<String> args) {
    DataElement element = words.element(Arguments.one(args, "noValue"));
    return new NoValue(element.index(), element.id());
  }

  private Condition reported(List<String> args) {
    Condition sign = nested.apply(Arguments.one(Arguments.withoutYes(args), "reported"));
    int[] slot = {-1};
    sign.reads(s -> slot[0] = s);
    if (slot[0] < 0 || sign instanceof AllOf || sign instanceof AnyOf) {
      throw new ConditionException("reported(…) holds one predicate on one sign");
    }
    return new Reported(sign, slot[0], words.alertParameter());
  }

  private Condition parameter(List<String> args) {
    String text = String.join("/", args);
    int equals = text.indexOf('=');
    String id = equals >= 0 ? text.substring(0, equals).trim() : args.get(0);
    List<String> values =
        equals >= 0 ? Arguments.options(text.substring(equals + 1)) : args.subList(1, args.size());
    if (values.isEmpty()) {
      throw new ConditionException("write param(" + id + " = value)");
    }
    int parameter = words.parameter(id);
    values.forEach(value -> words.checkValue(parameter, value));
    return new ParameterIs(parameter, id, List.copyOf(values));
  }

  private Condition countYes(List<String> args) {
    if (args.size() < 3 || !args.get(0).matches("[1-9]")) {
      throw new ConditionException("write countYes(2, sign, sign, …)");
    }
    List<YesNo> signs = new ArrayList<>();
    for (String id : args.subList(1, args.size())) {
      signs.add((YesNo) yesNo(List.of(id), true));
    }
    return new CountYes(Integer.parseInt(args.get(0)), List.copyOf(signs));
  }

  private static Condition visit(List<String> args) {
    return new VisitIs(Arguments.oneOf(args, "visit", VISITS).equals("follow-up"));
  }

  private Condition earlier(List<String> args) {
    String id = Arguments.one(args, "earlier");
    words.row(id);
    return new EarlierRow(id);
  }

  private static Condition otherwise(List<String> args) {
    if (!args.equals(List.of("yes"))) {
      throw new ConditionException("write otherwise(yes), or leave the cell empty");
    }
    return new Otherwise();
  }

  private Condition either(List<String> args) {
    Arguments.expectCount(args, 2, "either(one way to measure it, another way)");
    return new Either(nested.apply(args.get(0)), nested.apply(args.get(1)));
  }

  private Condition row(List<String> args) {
    return anyOf(words.row(Arguments.one(args, "row")));
  }

  private static Condition anyOf(List<Vocabulary.RowSlot> rows) {
    List<Condition> parts = new ArrayList<>();
    for (Vocabulary.RowSlot row : rows) {
      parts.add(new YesNo(row.slot(), row.name(), true));
    }
    return parts.size() == 1 ? parts.get(0) : new AnyOf(List.copyOf(parts));
  }

  private Condition anyPinkRow(List<String> exceptCharts) {
    return anyOf(words.rows("pink", exceptCharts));
  }
}
