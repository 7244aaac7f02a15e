package org.denba.engine.proof;

import java.util.Set;
import org.logicng.formulas.Variable;

/** The variables that are true in what the solver found. */
record Solution(Set<Variable> trueOnes) {

  boolean holds(Variable variable) {
    return trueOnes.contains(variable);
  }
}
