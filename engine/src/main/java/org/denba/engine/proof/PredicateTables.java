package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.assessment.Status;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.EarlierRow;
import org.denba.engine.condition.SettingIs;
import org.denba.engine.condition.VisitIs;
import org.denba.engine.protocol.Protocol;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Tables of what a predicate says of each thing that can be said of its input, filled by asking the
 * predicate itself in both readings.
 */
final class PredicateTables {

  private static final Contact FIRST = Contact.first(Request.FACILITY);

  private final Protocol protocol;
  private final InputSpace space;
  private final Encoding encoding;
  private final FormulaFactory f;
  private final Map<Integer, List<Statement>> statements = new HashMap<>();

  PredicateTables(Protocol protocol, InputSpace space, Encoding encoding) {
    this.protocol = protocol;
    this.space = space;
    this.encoding = encoding;
    this.f = encoding.formulas();
  }

  Formula predicate(Condition leaf, boolean possible) {
    Map<ParameterValues, Formula> values = parameterValues(Leaves.parameters(leaf));
    int slot = Leaves.slot(leaf);
    Map<Formula, List<Formula>> byMeaning = new LinkedHashMap<>();
    values.forEach(
        (parameters, when) -> {
          Formula meaning =
              slot < 0
                  ? request(leaf, parameters, possible)
                  : encoding.dependencies().isDerived(slot)
                      ? derived(leaf, slot, parameters, possible)
                      : said(leaf, slot, parameters, possible);
          byMeaning.computeIfAbsent(meaning, m -> new ArrayList<>()).add(when);
        });
    if (byMeaning.size() == 1) {
      return byMeaning.keySet().iterator().next();
    }
    List<Formula> ways = new ArrayList<>();
    byMeaning.forEach((meaning, when) -> ways.add(f.and(f.or(when), meaning)));
    return f.or(ways);
  }

  /** Every combination of the values of these parameters, and when it is the one that counts. */
  private Map<ParameterValues, Formula> parameterValues(List<Integer> parameters) {
    Map<ParameterValues, Formula> all = new LinkedHashMap<>();
    all.put(protocol.defaults(), f.verum());
    for (int parameter : parameters) {
      String id = protocol.defaults().id(parameter);
      Input input = space.parameter(id);
      Map<ParameterValues, Formula> more = new LinkedHashMap<>();
      all.forEach(
          (values, when) -> {
            for (int state = 0; state < input.states().size(); state++) {
              more.put(
                  values.with(Map.of(id, space.parameterValue(id, state))),
                  f.and(when, encoding.variables(input).is(state)));
            }
          });
      all = more;
    }
    return all;
  }

  private Assessment assessment(ParameterValues parameters, Contact contact) {
    return new Assessment(protocol.slots(), space.dictionary().size(), parameters, contact);
  }

  private Formula request(Condition leaf, ParameterValues parameters, boolean possible) {
    if (leaf instanceof SettingIs) {
      List<Formula> ways = new ArrayList<>();
      for (int i = 0; i < Request.SETTINGS.size(); i++) {
        if (leaf.test(assessment(parameters, Contact.first(Request.SETTINGS.get(i))), possible)) {
          ways.add(encoding.variables(space.setting()).is(i));
        }
      }
      return f.or(ways);
    }
    if (leaf instanceof VisitIs || leaf instanceof EarlierRow) {
      List<Formula> ways = new ArrayList<>();
      for (boolean followUp : new boolean[] {false, true}) {
        Formula visit = encoding.variables(space.visit()).is(followUp ? 1 : 0);
        if (leaf instanceof EarlierRow row) {
          for (int reported = 0; reported < 2; reported++) {
            Set<String> rows = reported == 1 ? Set.of(row.row()) : Set.of();
            Contact contact = new Contact(Request.FACILITY, followUp, rows);
            if (leaf.test(assessment(parameters, contact), possible)) {
              ways.add(f.and(visit, encoding.variables(space.earlier(row.row())).is(reported)));
            }
          }
        } else if (leaf.test(
            assessment(parameters, new Contact(Request.FACILITY, followUp, Set.of())), possible)) {
          ways.add(visit);
        }
      }
      return f.or(ways);
    }
    return f.constant(leaf.test(assessment(parameters, FIRST), possible));
  }

  private Formula derived(Condition leaf, int slot, ParameterValues parameters, boolean possible) {
    if (protocol.isDerivedCode(slot)) {
      return derivedCode(leaf, slot, parameters, possible);
    }
    Assessment a = assessment(parameters, FIRST);
    a.derived(slot, true, true);
    final boolean whenYes = leaf.test(a, possible);
    a.derived(slot, false, true);
    final boolean whenOpen = leaf.test(a, possible);
    a.derived(slot, false, false);
    final boolean whenNo = leaf.test(a, possible);
    Formula certain = encoding.slot(slot, false);
    Formula could = encoding.slot(slot, true);
    // a sign that is certain is possible: the order of the three lets two of them do
    if (whenYes == whenOpen) {
      return whenOpen == whenNo ? f.constant(whenNo) : whenYes ? could : f.not(could);
    }
    if (whenOpen == whenNo) {
      return whenYes ? certain : f.not(certain);
    }
    Formula open = f.and(could, f.not(certain));
    return whenOpen ? open : f.not(open);
  }

  private Formula derivedCode(
      Condition leaf, int slot, ParameterValues parameters, boolean possible) {
    int codes = space.dictionary().elements().get(slot).codes().size();
    List<Formula> ways = new ArrayList<>();
    for (int could = 0; could < 1 << codes; could++) {
      for (int certain = could; certain >= 0; certain = certain == 0 ? -1 : certain - 1 & could) {
        Assessment a = assessment(parameters, FIRST);
        a.derivedCode(slot, certain, could);
        if (leaf.test(a, possible)) {
          ways.add(codesAre(slot, codes, certain, could));
        }
      }
    }
    return f.or(ways);
  }

  private Formula codesAre(int slot, int codes, int certain, int could) {
    List<Formula> all = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      Formula isCertain = encoding.code(slot, code, false);
      Formula isPossible = encoding.code(slot, code, true);
      if ((certain & 1 << code) != 0) {
        all.add(isCertain);
      } else if ((could & 1 << code) != 0) {
        all.add(f.and(isPossible, f.not(isCertain)));
      } else {
        all.add(f.not(isPossible));
      }
    }
    return f.and(all);
  }

  private Formula said(Condition leaf, int slot, ParameterValues parameters, boolean possible) {
    InputVariables variables = encoding.variables(space.finding(slot));
    BitSet always = new BitSet();
    List<Formula> ways = new ArrayList<>();
    Map<Integer, List<Statement>> mixed = new LinkedHashMap<>();
    List<Statement> all = Leaves.asksWhetherSaid(leaf) ? unguarded(slot) : statements(slot);
    for (Statement statement : all) {
      Assessment a = assessment(parameters, FIRST);
      statement.write().accept(a);
      if (leaf.test(a, possible)) {
        mixed.computeIfAbsent(statement.state(), s -> new ArrayList<>()).add(statement);
      }
    }
    mixed.forEach(
        (state, holding) -> {
          Formula when = f.or(holding.stream().map(Statement::when).toList());
          if (holding.size() == all.stream().filter(s -> s.state() == state).count()) {
            always.set(state);
          } else {
            ways.add(f.and(variables.is(state), when));
          }
        });
    ways.add(variables.any(always));
    return f.or(ways);
  }

  private List<Statement> statements(int slot) {
    List<Statement> known = statements.get(slot);
    if (known == null) {
      known = new Statements(protocol, space, encoding, slot, true).all();
      statements.put(slot, known);
    }
    return known;
  }

  /** What was said before any guard is read. */
  private List<Statement> unguarded(int slot) {
    return new Statements(protocol, space, encoding, slot, false).all();
  }

  Formula assessed(Input input) {
    return status(input, Set.of(Status.KNOWN, Status.CLOSED, Status.NOT_NEEDED), true);
  }

  Formula notNeeded(Input input) {
    return status(input, Set.of(Status.NOT_NEEDED), false);
  }

  Formula leftOpen(Input input) {
    int slot = space.dictionary().element(input.name()).orElseThrow().index();
    List<Formula> ways = new ArrayList<>();
    for (Statement statement : statements(slot)) {
      Assessment a = assessment(protocol.defaults(), FIRST);
      statement.write().accept(a);
      if (a.status(slot) == Status.NOT_DONE && !a.isNotDone(slot)) {
        ways.add(f.and(encoding.variables(input).is(statement.state()), statement.when()));
      }
    }
    return f.or(ways);
  }

  private Formula status(Input input, Set<Status> wanted, boolean exact) {
    int slot = space.dictionary().element(input.name()).orElseThrow().index();
    List<Formula> ways = new ArrayList<>();
    for (Statement statement : statements(slot)) {
      InputState state = input.states().get(statement.state());
      Assessment a = assessment(protocol.defaults(), FIRST);
      statement.write().accept(a);
      if (wanted.contains(a.status(slot)) && !state.isValue()) {
        ways.add(f.and(encoding.variables(input).is(statement.state()), statement.when()));
      }
    }
    if (wanted.contains(Status.KNOWN)) {
      ways.add(exact ? encoding.variables(input).exact() : encoding.variables(input).value());
    }
    return f.or(ways);
  }
}
