package org.denba.engine.second;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;

/** What the rules see of one patient: what was told, read through guards and closing answers. */
final class Picture {

  private static final String NONE = "none";

  private final PlainRules rules;
  private final Map<String, Finding> told;
  private final Map<String, Computed> computed;
  private final Visit visit;
  private final Map<String, Truth> known = new HashMap<>();
  private final Map<String, Computed.Codes> codes = new HashMap<>();
  private final Map<String, String> closings = new HashMap<>();

  /**
   * @param told what was told, after the intake rules
   * @param computed what was computed from it before any rule
   */
  Picture(
      PlainRules rules, Map<String, Finding> told, Map<String, Computed> computed, Visit visit) {
    this.rules = rules;
    this.told = told;
    this.computed = computed;
    this.visit = visit;
  }

  /** Takes a derived element, row or guard as an input instead of working it out. */
  void take(String target, Truth truth) {
    known.put(target, truth);
  }

  /** The same for a derived code. */
  void take(String element, Computed.Codes given) {
    codes.put(element, given);
  }

  /** The same for how a not-done closes: {@code closed}, {@code open}, {@code code} or none. */
  void takeClosing(String element, String comparisons) {
    closings.put(element, comparisons);
  }

  Visit visit() {
    return visit;
  }

  String parameter(String id) {
    return ParameterValues.text(value(id));
  }

  private Object value(String id) {
    Map<String, Object> declared = rules.parameters.getOrDefault(id, Map.of());
    if (visit.parameters().containsKey(id)) {
      return visit.parameters().get(id);
    }
    boolean community = visit.setting().equals("community") && declared.containsKey("community");
    return declared.get(community ? "community" : "default");
  }

  /** A number, or the value of a parameter in braces. */
  double number(String bound) {
    return bound.startsWith("{")
        ? ((Number) value(bound.substring(1, bound.length() - 1))).doubleValue()
        : Double.parseDouble(bound);
  }

  boolean wasReportedBefore(String row) {
    return visit.followUp() && visit.earlier().contains(row);
  }

  // what was told

  boolean nothingWasSaid(String x) {
    return told.get(x) == null && computed.get(x) == null;
  }

  boolean hasValue(String x) {
    Finding finding = told.get(x);
    return computed.get(x) != null
        || finding != null && !(finding instanceof Finding.NotDone && !closing(x).equals("code"));
  }

  /** How "not done" counts for this element. */
  private String closing(String x) {
    if (!closings.containsKey(x)) {
      closings.put(x, NONE);
      closings.put(x, findClosing(x));
    }
    return closings.get(x);
  }

  private String findClosing(String x) {
    if (computed.get(x) != null || !(told.get(x) instanceof Finding.NotDone notDone)) {
      return NONE;
    }
    return rules.closings.stream()
        .filter(closing -> closing.element().equals(x))
        .filter(c -> c.reasons().isEmpty() || c.reasons().contains(notDone.reason()))
        .filter(c -> c.whenKnown().isEmpty() || hasValue(c.whenKnown()))
        .filter(c -> c.unless() == null || c.unless().of(this) == Truth.NO)
        .findFirst()
        .map(PlainRules.Closing::comparisons)
        .orElse(NONE);
  }

  private Truth asked(String x) {
    return rules.of("asked " + x).isEmpty() ? Truth.YES : truth("asked " + x);
  }

  /** Unknown as the rules see it: no value, no closing answer, and the question may arise. */
  boolean isOpen(String x) {
    return rules.of(x).isEmpty()
        && !hasValue(x)
        && !closing(x).equals("closed")
        && asked(x) != Truth.NO;
  }

  // what predicates ask

  Truth answers(String x, boolean yes) {
    if (!rules.of(x).isEmpty() || known.containsKey(x)) {
      return yes ? truth(x) : truth(x).not();
    }
    return hasValue(x)
        ? Truth.of(told.get(x) instanceof Finding.Answer answer && answer.yes() == yes)
        : open(x);
  }

  private Truth open(String x) {
    return isOpen(x) ? Truth.OPEN : Truth.NO;
  }

  Truth compares(String x, DoublePredicate holds) {
    if (!hasValue(x)) {
      return open(x);
    }
    double low;
    double high;
    if (computed.get(x) instanceof Computed.Number number) {
      low = number.low();
      high = number.high();
    } else {
      low = ((Finding.Quantity) told.get(x)).value().low();
      high = ((Finding.Quantity) told.get(x)).value().high();
    }
    return holds.test(low) == holds.test(high) ? Truth.of(holds.test(low)) : Truth.OPEN;
  }

  Truth isOneOf(String x, Collection<String> wanted) {
    Computed.Codes derived = codes(x);
    if (derived != null) {
      Set<String> left = derived.possible();
      boolean certain =
          !left.isEmpty()
              && wanted.containsAll(left)
              && derived.certain().stream().anyMatch(wanted::contains);
      return certain ? Truth.YES : left.stream().anyMatch(wanted::contains) ? Truth.OPEN : Truth.NO;
    }
    if (!hasValue(x)) {
      return open(x);
    }
    if (computed.get(x) instanceof Computed.Code code) {
      return Truth.of(wanted.contains(code.code()));
    }
    String told = this.told.get(x) instanceof Finding.Code code ? code.code() : "not-done";
    return Truth.of(wanted.contains(told));
  }

  private Computed.Codes codes(String x) {
    if (codes.containsKey(x) || computed.get(x) instanceof Computed.Codes) {
      return codes.getOrDefault(x, (Computed.Codes) computed.get(x));
    }
    if (rules.of(x).isEmpty() || !rules.isCoded(x)) {
      return null;
    }
    Set<String> certain = new HashSet<>();
    Set<String> possible = new HashSet<>();
    for (PlainRules.Line rule : rules.of(x)) {
      Truth truth = rule.condition().of(this);
      if (truth != Truth.NO) {
        possible.add(rule.code());
      }
      if (truth == Truth.YES) {
        certain.add(rule.code());
      }
    }
    codes.put(x, new Computed.Codes(certain, possible));
    return codes.get(x);
  }

  Truth notDone(String x, List<String> reasons) {
    if (!closing(x).equals(NONE)) {
      String reason = ((Finding.NotDone) told.get(x)).reason();
      return Truth.of(reasons.isEmpty() || reasons.contains(reason));
    }
    return open(x);
  }

  Truth notNeeded(String x) {
    return hasValue(x) || closing(x).equals("closed") ? Truth.NO : asked(x).not();
  }

  // what rules say

  /** A derived element, a guard or a block of a row: one of its rules holds. */
  Truth truth(String target) {
    Truth truth = known.get(target);
    if (truth == null) {
      truth = Truth.NO;
      for (PlainRules.Line line : rules.of(target)) {
        truth = truth.or(line.condition().of(this));
      }
      if (truth == Truth.OPEN && rules.provedOnly.contains(target)) {
        truth = Truth.NO;
      }
      known.put(target, truth);
    }
    return truth;
  }

  Truth block(PlainRules.Block block) {
    return truth(block.target());
  }

  Truth row(String row) {
    return anyBlock(block -> block.row().equals(row));
  }

  Truth anyPinkRowBut(List<String> charts) {
    return anyBlock(block -> block.colour().equals("pink") && !charts.contains(block.chart()));
  }

  private Truth anyBlock(java.util.function.Predicate<PlainRules.Block> which) {
    Truth any = Truth.NO;
    for (PlainRules.Block block : rules.blocks) {
      if (which.test(block)) {
        any = any.or(block(block));
      }
    }
    return any;
  }
}
