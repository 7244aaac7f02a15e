package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denba.engine.immunisation.CalendarReach;
import org.denba.engine.immunisation.VaccineStatus;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * What the calendar of one vaccine can say of next dose and status together: Java works both out of
 * one history, so that most pairs never come.
 */
final class CalendarStates {

  private static final String PERHAPS = "perhaps ";
  private static final String OR = " or ";

  private final CalendarReach reach;
  private final InputVariables next;
  private final InputVariables status;

  /**
   * @param next what is said of the next dose
   * @param status what is said of the status
   */
  CalendarStates(CalendarReach reach, InputVariables next, InputVariables status) {
    this.reach = reach;
    this.next = next;
    this.status = status;
  }

  /** The pairs that can come. */
  Formula constraint(FormulaFactory f) {
    List<Formula> all = new ArrayList<>();
    List<InputState> doses = next.input().states();
    List<InputState> statuses = status.input().states();
    for (int s = 0; s < statuses.size(); s++) {
      List<Formula> with = new ArrayList<>();
      for (int n = 0; n < doses.size(); n++) {
        if (together(doses.get(n), statuses.get(s))) {
          with.add(next.is(n));
        }
      }
      all.add(f.implication(status.is(s), f.or(with)));
    }
    return f.and(all);
  }

  private boolean together(InputState dose, InputState standing) {
    if (standing.kind() == InputState.Kind.BLANK || dose.kind() == InputState.Kind.BLANK) {
      return standing.kind() == dose.kind();
    }
    if (isNone(standing)) {
      return false;
    }
    List<VaccineStatus> statuses = codes(standing).stream().map(CalendarStates::status).toList();
    boolean unknown = statuses.contains(VaccineStatus.UNKNOWN);
    if (unknown != isPerhaps(standing)) {
      return false;
    }
    if (statuses.equals(List.of(VaccineStatus.NOT_APPLICABLE))) {
      return isNone(dose);
    }
    List<String> doses = codes(dose);
    return !isNone(dose)
        && unknown == isPerhaps(dose)
        && (!unknown || doses.size() == 1)
        && doses.stream().allMatch(each -> statuses.stream().anyMatch(s -> reach.canBe(each, s)))
        && statuses.stream().allMatch(s -> doses.stream().anyMatch(each -> reach.canBe(each, s)));
  }

  private static boolean isNone(InputState state) {
    return state.words().equals(FindingStates.NO_CODE);
  }

  private static boolean isPerhaps(InputState state) {
    return state.words().startsWith(PERHAPS);
  }

  private static List<String> codes(InputState state) {
    String words = state.words();
    return Arrays.asList((isPerhaps(state) ? words.substring(PERHAPS.length()) : words).split(OR));
  }

  private static VaccineStatus status(String code) {
    return Arrays.stream(VaccineStatus.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
