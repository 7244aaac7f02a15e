package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Vocabulary;
import org.denba.engine.immunisation.VaccineSchedule;

/** What a {@link Protocol} is put together from while its files are read. */
final class ProtocolParts {

  ProtocolFile file;
  String digest;

  /** Run without a rule network. */
  boolean plain;

  int slots;
  int elements;
  final List<Chart> charts = new ArrayList<>();
  final List<Alternative> alternatives = new ArrayList<>();
  final List<Parameter> parameters = new ArrayList<>();
  final List<Closing> closings = new ArrayList<>();
  final List<IntakeRule> intake = new ArrayList<>();
  final List<ActionRule> actions = new ArrayList<>();
  final Map<Integer, Interval> plausible = new HashMap<>();
  final Map<Integer, Interval> allowed = new HashMap<>();
  final List<Measurements.ZScore> zScores = new ArrayList<>();
  final List<Measurements.DaysSince> daysSince = new ArrayList<>();
  final List<Measurements.DaysSince> hoursSince = new ArrayList<>();
  Measurements.Gestation gestation;
  final Map<String, Condition> provisionalWhile = new HashMap<>();
  Optional<VaccineSchedule> vaccines = Optional.empty();
  final Map<String, Condition> beforeReferral = new HashMap<>();
  Vocabulary words;
  final BitSet used = new BitSet();
  ParameterValues defaults;
  int[] guardOf;
  boolean[] provedOnly;
  boolean[] codedSlot;
  Strata strata;

  List<List<Alternative>> alternativesBySlot() {
    List<List<Alternative>> bySlot = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      bySlot.add(new ArrayList<>());
    }
    alternatives.forEach(alternative -> bySlot.get(alternative.target()).add(alternative));
    bySlot.replaceAll(List::copyOf);
    return List.copyOf(bySlot);
  }

  int[] guardedBy() {
    int[] guarded = new int[slots];
    Arrays.fill(guarded, -1);
    for (int slot = 0; slot < slots; slot++) {
      if (guardOf[slot] >= 0) {
        guarded[guardOf[slot]] = slot;
      }
    }
    return guarded;
  }

  int[][] slotsByStratum() {
    int[][] byStratum = new int[strata.count()][];
    BitSet computed = new BitSet();
    alternatives.forEach(alternative -> computed.set(alternative.target()));
    for (int stratum = 0; stratum < byStratum.length; stratum++) {
      int wanted = stratum;
      byStratum[stratum] = computed.stream().filter(slot -> strata.of(slot) == wanted).toArray();
    }
    return byStratum;
  }
}
