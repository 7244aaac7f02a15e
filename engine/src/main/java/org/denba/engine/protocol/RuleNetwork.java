package org.denba.engine.protocol;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Condition;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The Drools rule base of a protocol. It is built straight from the rules that were read, as an
 * executable model whose constraints are the protocol's own condition objects: no code is generated
 * or compiled, so that edited rules are ready within milliseconds, and there is no just-in-time
 * constraint that could compare a missing number.
 *
 * <p>Rules only report that they fired. Facts are inserted and never updated, and a session lives
 * for one evaluation.
 */
final class RuleNetwork implements RuleRun {

  private final KieBase kieBase;

  RuleNetwork(List<Alternative> alternatives, Strata strata) {
    ModelImpl model = new ModelImpl();
    for (Alternative alternative : alternatives) {
      model.addRule(droolsRule(alternative, strata.of(alternative.target())));
    }
    kieBase = KieBaseBuilder.createKieBaseFromModel(model);
  }

  private static Rule droolsRule(Alternative alternative, int stratum) {
    Variable<Reading> reading = declarationOf(Reading.class);
    PatternDef<Reading> pattern =
        pattern(reading)
            .expr(
                "stratum " + stratum,
                new StratumIs(stratum),
                alphaIndexedBy(
                    Integer.class, Index.ConstraintType.EQUAL, 0, Reading::stratum, stratum));
    for (Condition condition : alternative.conditions()) {
      pattern = pattern.expr(condition.text(), new Holds(condition));
    }
    return rule("org.denba.rules", alternative.index() + " " + alternative.name())
        .build(pattern, on(reading).execute(r -> read(alternative, r)));
  }

  /**
   * A rule fires in the possible reading; whether it holds in the certain one as well, the same
   * conditions say. A rule that is not possible cannot be certain, since a predicate that is true
   * of what is known is true whatever the rest turns out to be.
   */
  private static void read(Alternative alternative, Reading reading) {
    reading.possible().set(alternative.index());
    if (alternative.test(reading.assessment(), false)) {
      reading.certain().set(alternative.index());
    }
  }

  @Override
  public void run(
      Assessment assessment,
      int strata,
      BitSet certain,
      BitSet possible,
      IntConsumer afterStratum) {
    KieSession session = kieBase.newKieSession();
    try {
      for (int stratum = 0; stratum < strata; stratum++) {
        session.insert(new Reading(stratum, assessment, certain, possible));
        session.fireAllRules();
        afterStratum.accept(stratum);
      }
    } finally {
      session.dispose();
    }
  }

  /**
   * The constraint of a condition in the possible reading; rules that share a condition share its
   * node.
   */
  private record Holds(Condition condition) implements Predicate1<Reading>, HashedExpression {
    @Override
    public boolean test(Reading reading) {
      return condition.test(reading.assessment(), true);
    }

    @Override
    public String getExpressionHash() {
      return condition.text();
    }
  }

  private record StratumIs(int stratum) implements Predicate1<Reading>, HashedExpression {
    @Override
    public boolean test(Reading reading) {
      return reading.stratum() == stratum;
    }

    @Override
    public String getExpressionHash() {
      return "stratum " + stratum;
    }
  }
}
