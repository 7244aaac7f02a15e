package org.denba.engine.proof;

import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Protocol;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Proofs about one patient and a derived sign. */
final class SignProofs {

  private final Encoding encoding;
  private final FormulaFactory f;

  SignProofs(Encoding encoding) {
    this.encoding = encoding;
    this.f = encoding.formulas();
  }

  /** Every proof of this kind. */
  void all(Subject sign, DataDictionary dictionary, Refutations into) {
    decided(sign, into);
    if (encoding.protocol().isDerivedCode(slot(sign))) {
      oneCode(sign, dictionary.elements().get(slot(sign)).codes().size(), into);
    }
    alive(sign, into);
    readings(sign, into);
  }

  private static int slot(Subject subject) {
    return subject.slots().nextSetBit(0);
  }

  private void decided(Subject subject, Refutations into) {
    Formula assessed = subject.everythingAssessed(encoding);
    for (Alternative rule : encoding.protocol().alternativesOf(slot(subject))) {
      into.look(
          subject,
          Property.DECIDED,
          rule.name(),
          "it stays open though everything was assessed",
          assessed,
          encoding.alternative(rule, true),
          f.not(encoding.alternative(rule, false)));
    }
  }

  private void oneCode(Subject subject, int codes, Refutations into) {
    for (int i = 0; i < codes; i++) {
      for (int j = i + 1; j < codes; j++) {
        into.look(
            subject,
            Property.ONE_BLOCK,
            "",
            "two of its codes apply together",
            encoding.code(slot(subject), i, false),
            encoding.code(slot(subject), j, false));
      }
    }
  }

  private void alive(Subject subject, Refutations into) {
    Protocol protocol = encoding.protocol();
    int slot = slot(subject);
    if (!protocol.isDerivedCode(slot)) {
      for (boolean yes : new boolean[] {true, false}) {
        Formula wanted = yes ? encoding.slot(slot, false) : f.not(encoding.slot(slot, true));
        if (encoding.search().find(wanted).isEmpty()) {
          into.add(
              Refutation.of(
                  Property.NO_DEAD_ROW,
                  subject.id(),
                  "",
                  yes ? "it is proved of no patient" : "it is ruled out of no patient"));
        }
      }
    }
    for (Alternative rule : protocol.alternativesOf(slot)) {
      if (encoding.search().find(encoding.alternative(rule, false)).isEmpty()) {
        into.add(
            Refutation.of(
                Property.NO_DEAD_LINE,
                subject.id(),
                rule.name(),
                "no patient has the sign by it: its conditions exclude each other"));
      }
    }
  }

  private void readings(Subject subject, Refutations into) {
    for (Alternative rule : encoding.protocol().alternativesOf(slot(subject))) {
      into.look(
          subject,
          Property.READINGS,
          rule.name(),
          "it is certain but not possible",
          encoding.alternative(rule, false),
          f.not(encoding.alternative(rule, true)));
    }
  }
}
