package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Blank;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.CountYes;
import org.denba.engine.condition.EarlierRow;
import org.denba.engine.condition.Either;
import org.denba.engine.condition.IsCode;
import org.denba.engine.condition.Known;
import org.denba.engine.condition.NoValue;
import org.denba.engine.condition.NotDone;
import org.denba.engine.condition.NotNeeded;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.SettingIs;
import org.denba.engine.condition.Threshold;
import org.denba.engine.condition.YesNo;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.TriageRequest;

/** Collects what the conditions of both sides look at. */
final class SpaceInputs {

  private final Map<String, SpaceInput> inputs = new TreeMap<>();
  private final Set<String> earlier = new TreeSet<>();
  private boolean settings;

  /** Adds what a condition of one side looks at. */
  void add(Condition condition, SpaceSide side) {
    if (condition instanceof AllOf all) {
      all.parts().forEach(part -> add(part, side));
    } else if (condition instanceof AnyOf any) {
      any.parts().forEach(part -> add(part, side));
    } else if (condition instanceof CountYes count) {
      count.signs().forEach(sign -> add(sign, side));
    } else if (condition instanceof Either either) {
      add(either.first(), side);
      add(either.second(), side);
    } else if (condition instanceof Reported reported) {
      add(reported.sign(), side);
    } else {
      leaf(condition, side);
    }
  }

  private void leaf(Condition leaf, SpaceSide side) {
    if (leaf instanceof YesNo sign) {
      input(sign.id(), sign.slot(), side).isSign();
    } else if (leaf instanceof IsCode code) {
      input(code.id(), code.slot(), side).code(code.codes());
    } else if (leaf instanceof Compare compare) {
      double bound =
          compare.threshold() instanceof Threshold.Fixed fixed
              ? fixed.number()
              : side.parameters().number(((Threshold.Parameter) compare.threshold()).index());
      input(compare.id(), compare.slot(), side).bound(bound);
    } else if (leaf instanceof NotDone notDone) {
      input(notDone.id(), notDone.slot(), side).canBeNotDone(notDone.reasons());
    } else if (leaf instanceof NotNeeded notNeeded) {
      input(notNeeded.id(), notNeeded.slot(), side).canBeNotNeeded();
    } else if (leaf instanceof Known known) {
      input(known.id(), known.slot(), side);
    } else if (leaf instanceof NoValue noValue) {
      input(noValue.id(), noValue.slot(), side);
    } else if (leaf instanceof Blank blank) {
      input(blank.id(), blank.slot(), side);
    } else if (leaf instanceof SettingIs) {
      settings = true;
    } else if (leaf instanceof EarlierRow row) {
      earlier.add(row.row());
    }
  }

  private SpaceInput input(String id, int slot, SpaceSide side) {
    DataElement element = slot < side.elements().size() ? side.elements().get(slot) : null;
    return inputs.computeIfAbsent(id, SpaceInput::new).at(side.number(), slot, element);
  }

  List<SpaceInput> all() {
    return List.copyOf(inputs.values());
  }

  /** Where a patient can be seen, as far as it makes a difference. */
  List<String> settings() {
    return settings
        ? List.of(TriageRequest.FACILITY, TriageRequest.COMMUNITY)
        : List.of(TriageRequest.FACILITY);
  }

  /** The row that an earlier visit reported; empty for a first visit. */
  List<String> visits() {
    List<String> visits = new ArrayList<>(List.of(""));
    visits.addAll(earlier);
    return visits;
  }
}
