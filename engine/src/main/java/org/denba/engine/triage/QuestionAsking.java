package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.denba.engine.triage.OpenRules.OpenRule;
import org.denba.engine.triage.OpenRules.Part;

/** Weighs what it would take to rule out what is open, and asks for it. */
final class QuestionAsking {

  private static final int COST = 2;

  /** Asking a question before it is known to arise may be in vain. */
  private static final int COST_IN_VAIN = 3;

  /** A question that another one is likely to replace. */
  private static final int COST_REPLACED = 1;

  private final OpenRules net;
  private final int[] rank;
  private final int[] costAt;
  private final int[] costOf;
  private final List<Integer> questions = new ArrayList<>();

  QuestionAsking(OpenRules net, int[] rank) {
    this.net = net;
    this.rank = rank;
    this.costAt = new int[net.slots()];
    this.costOf = new int[net.slots()];
  }

  /** The questions asked so far, in order. */
  List<Integer> questions() {
    return questions;
  }

  private int cost(OpenRule rule) {
    int cheapest = Integer.MAX_VALUE;
    for (Part part : rule.parts()) {
      cheapest = Math.min(cheapest, cost(part));
    }
    return cheapest;
  }

  private int cost(Part part) {
    int cost = 0;
    for (int slot : part.slots) {
      cost += cost(slot);
    }
    return cost;
  }

  private int cost(int slot) {
    if (costAt[slot] != net.now()) {
      costOf[slot] = findCost(slot);
      costAt[slot] = net.now();
    }
    return costOf[slot];
  }

  private int findCost(int slot) {
    int cost = 0;
    if (net.isQuestion(slot)) {
      BitSet needed = net.questionsOf(slot);
      for (int question = needed.nextSetBit(0);
          question >= 0;
          question = needed.nextSetBit(question + 1)) {
        if (!net.isSettled(question)) {
          cost += costOfQuestion(question);
        }
      }
      return cost;
    }
    for (OpenRule rule : net.openRules(slot)) {
      cost += cost(rule);
    }
    return cost;
  }

  private int costOfQuestion(int question) {
    if (!net.questionArises(question)) {
      return COST_IN_VAIN;
    }
    return net.guardOf(question) >= 0 && net.asksWhileUnknown(net.guardOf(question))
        ? COST_REPLACED
        : COST;
  }

  void resetCount(OpenRule rule) {
    for (Part part : rule.parts()) {
      part.lines = 0;
    }
  }

  void count(OpenRule rule) {
    for (Part part : rule.parts()) {
      part.lines++;
    }
  }

  Part bestPart(OpenRule rule) {
    Part best = null;
    for (Part part : rule.parts()) {
      best = better(best, part);
    }
    return best;
  }

  /**
   * The part that rules out more lines for each question; the one that the charts look at first
   * where they are equal.
   */
  Part better(Part best, Part part) {
    if (best == null || best == part) {
      return part;
    }
    long value = (long) part.lines * cost(best);
    long bestValue = (long) best.lines * cost(part);
    boolean wins = value != bestValue ? value > bestValue : part.rank < best.rank;
    return wins ? part : best;
  }

  /** Asks what it takes to rule this part out. */
  void ask(Part part) {
    List<Integer> own = new ArrayList<>();
    for (int slot : part.slots) {
      if (net.isQuestion(slot)) {
        BitSet needed = net.questionsOf(slot);
        for (int question = needed.nextSetBit(0);
            question >= 0;
            question = needed.nextSetBit(question + 1)) {
          own.add(question);
        }
      }
    }
    own.sort(this::compare);
    own.forEach(this::ask);
    for (int slot : part.slots) {
      if (!net.isQuestion(slot)) {
        askBelow(slot);
      }
    }
  }

  /** A question that another of them could replace comes after it. */
  private int compare(int a, int b) {
    boolean aStandsIn = net.guardOf(a) >= 0;
    boolean bStandsIn = net.guardOf(b) >= 0;
    return aStandsIn != bStandsIn
        ? Boolean.compare(aStandsIn, bStandsIn)
        : Integer.compare(rank[a], rank[b]);
  }

  private void ask(int question) {
    if (!net.isSettled(question) && !net.questionArises(question)) {
      // what decides whether it arises is asked first
      askBelow(net.guardOf(question));
    }
    if (!net.isSettled(question)) {
      net.answer(question);
      questions.add(question);
    }
  }

  private void askBelow(int slot) {
    for (OpenRule rule : net.openRules(slot)) {
      // the questions asked for the rules before it may have ruled this one out
      if (!net.isRuledOut(rule)) {
        Part cheapest = null;
        for (Part part : rule.parts()) {
          cheapest = cheapest == null || cost(part) < cost(cheapest) ? part : cheapest;
        }
        ask(cheapest);
      }
    }
  }
}
