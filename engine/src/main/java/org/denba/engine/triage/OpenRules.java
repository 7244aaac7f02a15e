package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Blank;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Either;
import org.denba.engine.condition.NoValue;
import org.denba.engine.condition.YesNo;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Protocol;

/**
 * What is open, as a net of "all of" and "any of" down to the questions that somebody can answer: a
 * rule is ruled out when one of its parts is, a part when all that could make it true is, a derived
 * sign when all its rules are, a question when it is answered (normally) or does not arise any
 * more.
 */
final class OpenRules {

  /** A rule that is possible but not certain, by its open parts. */
  record OpenRule(List<Part> parts) {}

  /** One open condition: the slots that could still make it true. */
  static final class Part {
    final int[] slots;
    final int rank;

    /** How many open lines have this part; counted anew for each choice. */
    int lines;

    private Part(int[] slots, int rank) {
      this.slots = slots;
      this.rank = rank;
    }
  }

  private final Outcome outcome;
  private final Protocol protocol;
  private final Assessment assessment;
  private final MissingLeaves leaves;
  private final int[] rank;
  private final Map<BitSet, Part> parts = new HashMap<>();
  private final OpenRule[] ruleOf;
  private final BitSet[] questionsOf;
  private final BitSet answered;
  private final int[] ruledOutAt;
  private final boolean[] ruledOut;

  /** Counts the answers: what was worked out before the last one is worked out anew. */
  private int now = 1;

  OpenRules(Outcome outcome, MissingLeaves leaves, int[] rank) {
    this.outcome = outcome;
    this.protocol = outcome.encounter().protocol();
    this.assessment = outcome.encounter().assessment();
    this.leaves = leaves;
    this.rank = rank;
    this.ruleOf = new OpenRule[protocol.alternatives().size()];
    this.questionsOf = new BitSet[rank.length];
    this.answered = new BitSet(rank.length);
    this.ruledOutAt = new int[protocol.slots()];
    this.ruledOut = new boolean[protocol.slots()];
  }

  /** The number of the present moment: it grows with every answer. */
  int now() {
    return now;
  }

  /** Takes a question as answered, normally. */
  void answer(int question) {
    answered.set(question);
    now++;
  }

  OpenRule rule(Alternative alternative) {
    OpenRule rule = ruleOf[alternative.index()];
    if (rule == null) {
      List<Part> open = new ArrayList<>(4);
      addParts(alternative, open);
      rule = new OpenRule(open);
      ruleOf[alternative.index()] = rule;
    }
    return rule;
  }

  /**
   * A derived sign that only one rule could still make true is replaced by the parts of that rule:
   * charts then share an entry.
   */
  private void addParts(Alternative alternative, List<Part> open) {
    for (Condition condition : alternative.conditions()) {
      if (!condition.open(assessment)) {
        continue;
      }
      Alternative only =
          condition instanceof YesNo sign && sign.yes() ? onlyOpenRule(sign.slot()) : null;
      if (only != null) {
        addParts(only, open);
      } else {
        open.add(part(condition));
      }
    }
  }

  private Alternative onlyOpenRule(int slot) {
    Alternative only = null;
    for (int index : protocol.rulesOf(slot)) {
      Alternative alternative = protocol.alternatives().get(index);
      if (outcome.isOpen(alternative)) {
        if (only != null) {
          return null;
        }
        only = alternative;
      }
    }
    return only;
  }

  private Part part(Condition condition) {
    BitSet slots = new BitSet(protocol.slots());
    asked(condition).missing(assessment, new UnknownSlots(slots));
    Part known = parts.get(slots);
    if (known != null) {
      return known;
    }
    Part part = new Part(slots.stream().toArray(), firstRank(slots));
    parts.put(slots, part);
    return part;
  }

  /** Of two ways to measure one thing one is enough: the first that nobody answered yet. */
  private Condition asked(Condition condition) {
    if (!(condition instanceof Either either)) {
      return condition;
    }
    boolean[] blank = {true};
    either.first().reads(slot -> blank[0] &= outcome.encounter().finding(slot) == null);
    return blank[0] ? either.first() : either.second();
  }

  private int firstRank(BitSet slots) {
    int first = Integer.MAX_VALUE;
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      first = Math.min(first, isQuestion(slot) ? rank[slot] : first);
    }
    return first;
  }

  boolean isQuestion(int slot) {
    return slot < rank.length && protocol.rulesOf(slot).length == 0;
  }

  // what is ruled out

  boolean isRuledOut(OpenRule rule) {
    if (rule.parts().isEmpty()) {
      return true;
    }
    for (Part part : rule.parts()) {
      if (isRuledOut(part)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRuledOut(Part part) {
    for (int slot : part.slots) {
      if (!isRuledOut(slot)) {
        return false;
      }
    }
    return true;
  }

  /** What was ruled out stays so; the rest is looked at once after each answer. */
  private boolean isRuledOut(int slot) {
    if (!ruledOut[slot] && ruledOutAt[slot] != now) {
      ruledOut[slot] = findRuledOut(slot);
      ruledOutAt[slot] = now;
    }
    return ruledOut[slot];
  }

  private boolean findRuledOut(int slot) {
    if (isQuestion(slot)) {
      BitSet needed = questionsOf(slot);
      for (int question = needed.nextSetBit(0);
          question >= 0;
          question = needed.nextSetBit(question + 1)) {
        if (!isSettled(question)) {
          return false;
        }
      }
      return true;
    }
    for (int index : protocol.rulesOf(slot)) {
      Alternative alternative = protocol.alternatives().get(index);
      if (outcome.isOpen(alternative) && !isRuledOut(rule(alternative))) {
        return false;
      }
    }
    return true;
  }

  /** Answered, or the question no longer arises after the answers before it. */
  boolean isSettled(int question) {
    if (answered.get(question)) {
      return true;
    }
    int guard = protocol.guardOf(question);
    if (guard < 0) {
      return false;
    }
    return assessment.isAsked(question) ? isReplaced(guard) : isRuledOut(guard);
  }

  /**
   * A question asked only while another has no value (hot to the touch, for want of a thermometer),
   * and that one was asked.
   */
  private boolean isReplaced(int guard) {
    for (Alternative alternative : protocol.alternativesOf(guard)) {
      for (Condition condition : alternative.conditions()) {
        if (condition instanceof NoValue noValue && answered.get(noValue.slot())
            || condition instanceof Blank blank && answered.get(blank.slot())) {
          return true;
        }
      }
    }
    return false;
  }

  BitSet questionsOf(int slot) {
    if (questionsOf[slot] == null) {
      BitSet needed = new BitSet(rank.length);
      leaves.add(slot, needed);
      questionsOf[slot] = needed;
    }
    return questionsOf[slot];
  }

  /** Whether the question certainly arises. */
  boolean questionArises(int question) {
    return protocol.guardOf(question) < 0 || assessment.isAsked(question);
  }

  /** Whether a guard only waits for another element to get a value. */
  boolean asksWhileUnknown(int guard) {
    for (Alternative alternative : protocol.alternativesOf(guard)) {
      for (Condition condition : alternative.conditions()) {
        if (!(condition instanceof NoValue)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The rules that could still make a slot true and are not ruled out. */
  List<OpenRule> openRules(int slot) {
    List<OpenRule> open = new ArrayList<>(2);
    for (int index : protocol.rulesOf(slot)) {
      Alternative alternative = protocol.alternatives().get(index);
      if (outcome.isOpen(alternative) && !isRuledOut(rule(alternative))) {
        open.add(rule(alternative));
      }
    }
    return open;
  }

  int guardOf(int question) {
    return protocol.guardOf(question);
  }

  int slots() {
    return protocol.slots();
  }
}
