package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.denba.engine.condition.Otherwise;
import org.denba.engine.condition.ParameterIs;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.SettingIs;
import org.denba.engine.condition.Threshold;
import org.denba.engine.condition.VisitIs;
import org.denba.engine.condition.YesNo;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Row;

/** Puts conditions into words: the tree of a condition becomes a tree of clauses. */
final class Phrases {

  private final ProtocolWords words;

  Phrases(ProtocolWords words) {
    this.words = words;
  }

  /** Conditions that must all hold, one clause each. */
  List<Clause> all(List<Condition> conditions) {
    return conditions.stream().map(this::of).toList();
  }

  /** One condition in words. */
  Clause of(Condition condition) {
    if (condition instanceof YesNo yesNo) {
      return yesNo(yesNo);
    }
    if (condition instanceof IsCode code) {
      DataElement element = element(code.slot());
      return Clause.of(
          sign(code.slot()),
          Piece.value(or(code.codes().stream().map(each -> words.code(element, each)).toList())));
    }
    if (condition instanceof Compare compare) {
      return compare(compare);
    }
    if (condition instanceof CountYes count) {
      return Clause.of(
          words.message("phrase.count", count.atLeast()),
          Clause.ANY,
          count.signs().stream().map(this::of).toList());
    }
    if (condition instanceof AllOf all) {
      return Clause.of(words.message("phrase.all"), Clause.ALL, all(all.parts()));
    }
    if (condition instanceof AnyOf any) {
      return Clause.of(words.message("phrase.any"), Clause.ANY, all(any.parts()));
    }
    if (condition instanceof Either either) {
      return Clause.of(
          words.message("phrase.either"),
          Clause.ANY,
          List.of(of(either.first()), of(either.second())));
    }
    if (condition instanceof Reported reported) {
      return of(reported.sign()).after(Piece.word(words.message("phrase.reported")));
    }
    return known(condition);
  }

  private Clause known(Condition condition) {
    if (condition instanceof ParameterIs parameter) {
      Clause clause =
          Clause.of(
              Piece.parameter(
                  words.message("phrase.parameter", words.parameter(parameter.id())),
                  parameter.id()),
              Piece.value(
                  or(
                      parameter.values().stream()
                          .map(value -> words.parameterValue(parameter.id(), value, ""))
                          .toList())));
      return parameter.values().contains(words.active(parameter.id())) ? clause : clause.never();
    }
    if (condition instanceof SettingIs setting) {
      return Clause.of(Piece.word(words.message("setting." + setting.setting())));
    }
    if (condition instanceof VisitIs visit) {
      return Clause.of(
          Piece.word(words.message(visit.followUp() ? "visit.follow-up" : "visit.initial")));
    }
    if (condition instanceof EarlierRow earlier) {
      String label = words.protocol().row(earlier.row()).map(words::rowLabel).orElse(earlier.row());
      return Clause.of(
          Piece.word(words.message("phrase.earlier")), Piece.row(label, earlier.row()));
    }
    if (condition instanceof Otherwise) {
      return Clause.of(Piece.word(words.message("phrase.otherwise")));
    }
    return state(condition);
  }

  /** What is asked of a finding besides its value. */
  private Clause state(Condition condition) {
    if (condition instanceof NotDone notDone) {
      String reasons =
          or(notDone.reasons().stream().map(reason -> words.message("reason." + reason)).toList());
      String text =
          notDone.reasons().isEmpty()
              ? words.message("phrase.not-done")
              : words.message("phrase.not-done-because", reasons);
      return Clause.of(sign(notDone.slot()), Piece.value(text));
    }
    if (condition instanceof NotNeeded notNeeded) {
      return stated(notNeeded.slot(), "phrase.not-needed");
    }
    if (condition instanceof Blank blank) {
      return stated(blank.slot(), "phrase.blank");
    }
    if (condition instanceof Known known) {
      return stated(known.slot(), "phrase.known");
    }
    if (condition instanceof NoValue noValue) {
      return stated(noValue.slot(), "phrase.no-value");
    }
    throw new IllegalArgumentException("no words for " + condition.getClass().getSimpleName());
  }

  private Clause stated(int slot, String key) {
    return Clause.of(sign(slot), Piece.value(words.message(key)));
  }

  private Clause yesNo(YesNo yesNo) {
    Piece sign = sign(yesNo.slot());
    if (sign.kind().equals("row")) {
      String key = yesNo.yes() ? "phrase.row" : "phrase.row-not";
      return Clause.of(Piece.word(words.message(key)), sign);
    }
    return yesNo.yes() ? Clause.of(sign) : Clause.of(sign, Piece.value(words.message("phrase.no")));
  }

  private Clause compare(Compare compare) {
    DataElement element = element(compare.slot());
    Piece sign = sign(compare.slot());
    String key = "compare." + compare.operator().word();
    if (compare.threshold() instanceof Threshold.Parameter parameter) {
      double number = Double.parseDouble(words.active(parameter.id()));
      return Clause.of(
          sign,
          Piece.value(words.message(key, words.quantity(number, element.unit()))),
          Piece.parameter(words.message("phrase.parameter-value"), parameter.id()));
    }
    Threshold.Fixed fixed = (Threshold.Fixed) compare.threshold();
    return Clause.of(
        sign, Piece.value(words.message(key, words.quantity(fixed.number(), element.unit()))));
  }

  private DataElement element(int slot) {
    return words.dictionary().elements().get(slot);
  }

  private Piece sign(int slot) {
    if (slot < words.dictionary().size()) {
      DataElement element = element(slot);
      boolean made = !words.protocol().alternativesOf(slot).isEmpty();
      return new Piece(made ? "derived" : "sign", element.label(words.language()), element.id());
    }
    Row row =
        words
            .row(slot)
            .orElseThrow(() -> new IllegalArgumentException("slot " + slot + " is no row"));
    return Piece.row(words.rowLabel(row) + " (" + row.id() + ")", row.id());
  }

  private String or(List<String> parts) {
    return new ArrayList<>(parts)
        .stream().collect(Collectors.joining(" " + words.message("phrase.or") + " "));
  }
}
