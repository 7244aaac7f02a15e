package org.denba.engine.triage;

import java.util.BitSet;
import java.util.List;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.ProtocolFile;

/**
 * Replaces what is computed from measurements (z-scores, days since a date) by what somebody can
 * measure or look up.
 */
final class MissingLeaves {

  private static final String AGE_MONTHS = "age-months";
  private static final String AGE_DAYS = "age-days";
  private static final String SEX = "sex";

  private final Encounter encounter;
  private final DataDictionary dictionary;

  MissingLeaves(Encounter encounter, DataDictionary dictionary) {
    this.encounter = encounter;
    this.dictionary = dictionary;
  }

  /** Adds what must be assessed to know this element. */
  void add(int slot, BitSet leaves) {
    int standIn = standIn(slot);
    if (standIn >= 0) {
      add(standIn, leaves);
      return;
    }
    List<DataElement> awaited = encounter.awaited(slot);
    if (!awaited.isEmpty()) {
      awaited.forEach(element -> leaves.set(element.index()));
      return;
    }
    for (Measurements.ZScore score : encounter.protocol().measurements().zScores()) {
      if (score.slot() == slot) {
        zScore(score, leaves);
        return;
      }
    }
    for (Measurements.DaysSince days : encounter.protocol().measurements().daysSince()) {
      if (days.slot() == slot) {
        leaves.set(days.dateSlot());
        return;
      }
    }
    leaves.set(slot == slot(AGE_DAYS) ? ageLeaf() : slot);
  }

  /**
   * An age is asked for in months, whichever of its two forms a rule reads, unless the months are
   * known and the days still matter.
   */
  private int ageLeaf() {
    boolean monthsKnown = encounter.age().map(age -> age.months().isPoint()).orElse(false);
    return slot(monthsKnown ? AGE_DAYS : AGE_MONTHS);
  }

  /**
   * What stands in for an element that was said to be not done, so that this closes its question
   * (the hand for the thermometer), while nobody said anything of it; else -1.
   */
  private int standIn(int slot) {
    if (!(encounter.finding(slot) instanceof Finding.NotDone notDone)) {
      return -1;
    }
    for (Closing closing : encounter.protocol().closings()) {
      boolean waits =
          closing.slot() == slot
              && closing.closesFor(notDone.reason())
              && closing.whenKnown() >= 0
              && encounter.finding(closing.whenKnown()) == null
              && encounter.assessment().isOpen(closing.whenKnown())
              && (closing.unless() == null || !closing.unless().possible(encounter.assessment()));
      if (waits) {
        return closing.whenKnown();
      }
    }
    return -1;
  }

  /** Adds what was observed of this element. */
  void observed(int slot, BitSet leaves) {
    for (Measurements.DaysSince days : encounter.protocol().measurements().daysSince()) {
      if (days.slot() == slot) {
        leaves.set(days.dateSlot());
        return;
      }
    }
    encounter
        .protocol()
        .measurements()
        .vaccines()
        .ifPresent(
            schedule -> schedule.restsOn(slot).forEach(element -> leaves.set(element.index())));
    for (Measurements.ZScore score : encounter.protocol().measurements().zScores()) {
      if (score.slot() == slot) {
        measuredFor(score.rule(), leaves);
      }
    }
    leaves.set(slot);
  }

  /** The measurements that a computed z-score rests on are shown beside it. */
  private void measuredFor(ProtocolFile.ZScoreRule rule, BitSet leaves) {
    for (String measurement : List.of(rule.weight(), rule.length())) {
      if (!measurement.isEmpty() && encounter.finding(slot(measurement)) != null) {
        leaves.set(slot(measurement));
      }
    }
  }

  private void zScore(Measurements.ZScore score, BitSet leaves) {
    int before = leaves.cardinality();
    ProtocolFile.ZScoreRule rule = score.rule();
    boolean toMeasure = false;
    for (String measurement :
        rule.length().isEmpty() ? List.of(rule.weight()) : List.of(rule.weight(), rule.length())) {
      int slot = slot(measurement);
      if (!(encounter.finding(slot) instanceof Finding.Quantity)) {
        leaves.set(slot);
        toMeasure = true;
      }
    }
    if (encounter.sex() == null) {
      leaves.set(slot(SEX));
    }
    if (!toMeasure
        && encounter
            .age()
            .map(age -> !age.days().isPoint() && !age.months().isPoint())
            .orElse(true)) {
      leaves.set(ageLeaf());
    }
    if (leaves.cardinality() == before) {
      // everything is measured and the score is still open: it lies outside the tables or is
      // extreme
      leaves.set(score.slot());
    }
  }

  private int slot(String id) {
    return dictionary.element(id).orElseThrow().index();
  }
}
