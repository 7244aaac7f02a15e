package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.denba.engine.protocol.Protocol;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SolverState;

/**
 * Looks through a whole space of inputs for a patient of whom something is true. What it does not
 * find is not there. Belongs to one thread.
 */
public final class PatientSearch {

  private final InputSpace space;
  private final FormulaFactory f = new FormulaFactory();
  private final MiniSat solver = MiniSat.miniSat(f);
  private final Map<Input, InputVariables> variables = new LinkedHashMap<>();
  private final Map<String, Formula> defined = new HashMap<>();
  private int goals;
  private String passing;

  /**
   * @param space the inputs
   */
  public PatientSearch(InputSpace space) {
    this.space = space;
  }

  /**
   * What a protocol says of the patients of this space.
   *
   * @param name a name of its own, where several protocols are compared
   */
  public Encoding encode(Protocol protocol, String name) {
    return new Encoding(this, space, protocol, name);
  }

  FormulaFactory formulas() {
    return f;
  }

  InputVariables variables(Input input) {
    InputVariables known = variables.get(input);
    if (known == null) {
      if (passing != null) {
        throw new IllegalStateException("'" + input.name() + "' comes too late");
      }
      known = fresh(input, "");
      variables.put(input, known);
    }
    return known;
  }

  /** The variables of a second statement about an input. */
  InputVariables fresh(Input input, String copy) {
    InputVariables fresh = new InputVariables(f, input, copy);
    solver.add(fresh.constraint());
    return fresh;
  }

  /**
   * A variable that stands for a formula, made once for each name; formulas that need none are
   * returned as they are.
   *
   * @throws IllegalStateException when a definition that is to stay comes while changes are looked
   *     at: it would be lost with them
   */
  Formula define(String name, Supplier<Formula> meaning) {
    Formula known = defined.get(name);
    if (known == null) {
      Formula formula = meaning.get();
      known = formula;
      if (!formula.isConstantFormula() && !(formula instanceof Literal)) {
        if (passing != null && !name.startsWith(passing)) {
          throw new IllegalStateException("'" + name + "' is defined too late");
        }
        Variable variable = f.variable(name);
        solver.add(f.equivalence(variable, formula));
        known = variable;
      }
      defined.put(name, known);
    }
    return known;
  }

  /**
   * Does something with definitions that do not stay.
   *
   * @param copy how the names of all of them begin
   */
  void passing(String copy, Runnable proofs) {
    SolverState before = solver.saveState();
    passing = copy;
    try {
      proofs.run();
    } finally {
      passing = null;
      solver.loadState(before);
      defined.keySet().removeIf(name -> name.startsWith(copy));
    }
  }

  /**
   * A patient of whom all of this is true.
   *
   * @return empty when the space holds none
   */
  Optional<Solution> find(Formula... all) {
    return find(List.of(all));
  }

  Optional<Solution> find(Collection<Formula> all) {
    Formula wanted = f.and(all);
    if (wanted.equals(f.falsum())) {
      return Optional.empty();
    }
    Variable goal = f.variable("goal:" + goals++);
    solver.add(f.implication(goal, wanted));
    Optional<Solution> found = Optional.empty();
    if (solver.sat(goal) == Tristate.TRUE) {
      found = Optional.of(solution(solver.model()));
    }
    solver.add(goal.negate());
    return found;
  }

  /** The same, with as little said as possible: an input that need not be said is left out. */
  Optional<Solution> findShort(Collection<Input> inputs, Formula... all) {
    Variable goal = f.variable("goal:" + goals++);
    solver.add(f.implication(goal, f.and(all)));
    List<Literal> kept = new ArrayList<>(List.of(goal));
    if (solver.sat(kept) != Tristate.TRUE) {
      solver.add(goal.negate());
      return Optional.empty();
    }
    Solution solution = solution(solver.model());
    for (Input input : inputs) {
      int plain = Math.max(0, input.blank());
      if (!(variables(input).is(plain) instanceof Literal blank)) {
        continue;
      }
      kept.add(blank);
      if (solver.sat(kept) == Tristate.TRUE) {
        solution = solution(solver.model());
      } else {
        kept.remove(kept.size() - 1);
      }
    }
    solver.add(goal.negate());
    return Optional.of(solution);
  }

  private static Solution solution(Assignment model) {
    Set<Variable> trueOnes = new HashSet<>(model.positiveVariables());
    return new Solution(trueOnes);
  }

  /** The patient that a solution describes, as far as these inputs go. */
  Patient patient(Solution solution, Collection<Input> inputs) {
    return patient(solution, inputs, Map.of());
  }

  Patient patient(Solution solution, Collection<Input> inputs, Map<Input, InputVariables> instead) {
    Map<Input, Integer> said = new LinkedHashMap<>();
    for (Input input : inputs) {
      said.put(input, instead.getOrDefault(input, variables(input)).in(solution));
    }
    return Patient.of(said);
  }
}
