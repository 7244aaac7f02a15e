package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Lists how rules read what was said of one element: whether its guard lets the question arise, and
 * whether a "not done" closes it.
 */
final class Statements {

  private final Protocol protocol;
  private final InputSpace space;
  private final Encoding encoding;
  private final FormulaFactory f;
  private final int slot;
  private final boolean guarded;
  private final List<Statement> all = new ArrayList<>();

  /**
   * @param guarded whether the guard of its question counts
   */
  Statements(Protocol protocol, InputSpace space, Encoding encoding, int slot, boolean guarded) {
    this.protocol = protocol;
    this.space = space;
    this.encoding = encoding;
    this.f = encoding.formulas();
    this.slot = slot;
    this.guarded = guarded;
  }

  List<Statement> all() {
    List<InputState> states = space.finding(slot).states();
    for (int i = 0; i < states.size(); i++) {
      InputState state = states.get(i);
      switch (state.kind()) {
        case EXACT, VAGUE -> all.add(new Statement(i, f.verum(), state.write()));
        case BLANK -> open(i, f.verum(), state.write());
        case NOT_DONE -> notDone(i, state);
      }
    }
    return all;
  }

  /** Said in a way that leaves it open: where its question does not arise it is not needed. */
  private void open(int state, Formula when, Consumer<Assessment> write) {
    int guard = protocol.guardOf(slot);
    if (guard < 0 || !guarded) {
      all.add(new Statement(state, when, write));
      return;
    }
    Formula asked = encoding.slot(guard, false);
    Formula couldBe = encoding.slot(guard, true);
    all.add(new Statement(state, f.and(when, asked), write.andThen(a -> a.asked(slot))));
    all.add(new Statement(state, f.and(when, couldBe, f.not(asked)), write));
    all.add(
        new Statement(state, f.and(when, f.not(couldBe)), write.andThen(a -> a.notNeeded(slot))));
  }

  private void notDone(int state, InputState said) {
    Formula not = f.verum();
    for (Closing closing : protocol.closings()) {
      if (closing.slot() != slot || !closing.closesFor(said.reason())) {
        continue;
      }
      Formula applies = f.and(not, applies(closing));
      switch (closing.comparisons()) {
        case CLOSED ->
            all.add(new Statement(state, applies, a -> a.notDone(slot, said.reason(), true)));
        case OPEN -> open(state, applies, a -> a.notDoneButOpen(slot, said.reason()));
        case CODE ->
            all.add(
                new Statement(
                    state,
                    applies,
                    a -> {
                      a.notDoneButOpen(slot, said.reason());
                      a.code(slot, codes().indexOf(Closing.NOT_DONE_CODE));
                    }));
      }
      not = f.and(not, f.not(applies(closing)));
    }
    open(state, not, said.write());
  }

  private List<String> codes() {
    return space.dictionary().elements().get(slot).codes();
  }

  private Formula applies(Closing closing) {
    Formula known =
        closing.whenKnown() < 0
            ? f.verum()
            : encoding.variables(space.finding(closing.whenKnown())).value();
    return closing.unless() == null
        ? known
        : f.and(known, f.not(encoding.condition(closing.unless(), true)));
  }
}
