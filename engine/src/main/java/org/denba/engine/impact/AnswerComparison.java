package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.engine.triage.Warning;
import org.denba.engine.verification.CaseAnswer;

/** Tells every way in which the answer to one request is another one. One use. */
public final class AnswerComparison {

  private static final String PROVED = "proved";
  private static final String OPEN = "not-ruled-out";
  private static final String RULED_OUT = "ruled-out";
  private static final String YES = "yes";
  private static final String NO = "no";

  private final String protocol;
  private final List<Move> moves = new ArrayList<>();

  private AnswerComparison(String protocol) {
    this.protocol = protocol;
  }

  /**
   * The moves, the most dangerous first; none where both say the same but for the rules' digest.
   */
  public static List<Move> of(CaseAnswer before, CaseAnswer after) {
    TriageResult old = before.result();
    TriageResult now = after.result();
    String protocol = old != null ? old.protocol().id() : now != null ? now.protocol().id() : "";
    AnswerComparison comparison = new AnswerComparison(protocol);
    if (old != null && now != null) {
      comparison.answers(old, now);
    } else if (old != null) {
      comparison.add(MoveKind.NOT_ANSWERED, "", "", UrgencyFlow.of(before), codes(after.refused()));
    } else if (now != null) {
      comparison.add(MoveKind.NOW_ANSWERED, "", "", codes(before.refused()), UrgencyFlow.of(after));
    } else if (!before.refused().equals(after.refused())) {
      comparison.add(MoveKind.TEXT, "", "", codes(before.refused()), codes(after.refused()));
    }
    return comparison.moves.stream().sorted(java.util.Comparator.comparing(Move::kind)).toList();
  }

  private static String codes(List<RequestError> errors) {
    return String.join(", ", errors.stream().map(RequestError::code).distinct().sorted().toList());
  }

  private void answers(TriageResult old, TriageResult now) {
    if (!old.protocol().id().equals(now.protocol().id())) {
      add(MoveKind.PROTOCOL, "", "", old.protocol().id(), now.protocol().id());
    }
    urgency(old.urgency(), now.urgency());
    if (old.couldBe() != now.couldBe()) {
      boolean falls = now.couldBe().compareTo(old.couldBe()) < 0;
      add(
          falls ? MoveKind.RULED_OUT : MoveKind.NOT_RULED_OUT,
          "could-be",
          "",
          old.couldBe().code(),
          now.couldBe().code());
    }
    boolean raised =
        now.urgency().compareTo(old.urgency()) > 0 && now.couldBe().compareTo(old.couldBe()) >= 0;
    closed("decided", old.decided(), now.decided(), raised);
    closed("complete", old.complete(), now.complete(), raised);
    rows(old, now);
    new AdviceComparison(this::add).of(old, now);
    questions(old, now);
    warnings(old, now);
    companions(old.companion(), now.companion());
    if (moves.isEmpty()) {
      words(old, now);
    }
    if (now.urgency().compareTo(old.urgency()) > 0 && now.urgency() != Urgency.HOME_CARE) {
      moves.replaceAll(AnswerComparison::replaced);
    }
  }

  /** What a more urgent answer leaves out is not lost: it gave way to more. */
  private static Move replaced(Move move) {
    MoveKind kind =
        switch (move.kind()) {
          case ROW_LOST -> MoveKind.ROW_REPLACED;
          case ADVICE_LOST -> MoveKind.ADVICE_REPLACED;
          default -> move.kind();
        };
    return new Move(kind, move.protocol(), move.subject(), move.label(), move.from(), move.to());
  }

  private void urgency(Urgency old, Urgency now) {
    if (old == now) {
      return;
    }
    add(kind(old, now), "", "", old.code(), now.code());
  }

  private static MoveKind kind(Urgency old, Urgency now) {
    if (old == Urgency.REFER_URGENT) {
      return MoveKind.URGENT_REFERRAL_LOST;
    }
    if (old == Urgency.UNDETERMINED && now == Urgency.HOME_CARE) {
      return MoveKind.UNDETERMINED_TO_HOME;
    }
    if (old == Urgency.HOME_CARE && now == Urgency.UNDETERMINED) {
      return MoveKind.HOME_TO_UNDETERMINED;
    }
    return now.compareTo(old) < 0 ? MoveKind.LESS_URGENT : MoveKind.MORE_URGENT;
  }

  /** What is closed because something urgent is proved now is settled, not passed over. */
  private void closed(String what, boolean old, boolean now, boolean raised) {
    if (old != now) {
      MoveKind closed = raised ? MoveKind.SETTLED : MoveKind.CLOSED;
      add(now ? closed : MoveKind.OPENED, what, "", word(old), word(now));
    }
  }

  private static String word(boolean flag) {
    return flag ? YES : NO;
  }

  private void rows(TriageResult old, TriageResult now) {
    Map<String, Classification> before = byRow(old);
    Map<String, Classification> after = byRow(now);
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String row : all) {
      row(row, before.get(row), after.get(row));
    }
  }

  private static Map<String, Classification> byRow(TriageResult result) {
    Map<String, Classification> rows = new LinkedHashMap<>();
    for (Classification row : result.classifications()) {
      // a row that is proved in one block is proved, whatever is open in another
      rows.merge(row.rule(), row, (a, b) -> a.status() == Status.PROVED ? a : b);
    }
    return rows;
  }

  private void row(String row, Classification old, Classification now) {
    String label = old == null ? now.label() : old.label();
    boolean wasProved = old != null && old.status() == Status.PROVED;
    boolean isProved = now != null && now.status() == Status.PROVED;
    if (wasProved && isProved) {
      if (old.colour() != now.colour()
          || old.urgency() != now.urgency()
          || !old.id().equals(now.id())
          || old.held() != now.held()) {
        boolean lost = old.colour() == Colour.PINK && now.colour() != Colour.PINK;
        add(lost ? MoveKind.PINK_LOST : MoveKind.ROW_CHANGES, row, label, said(old), said(now));
      }
    } else if (wasProved) {
      boolean pink = old.colour() == Colour.PINK;
      add(pink ? MoveKind.PINK_LOST : MoveKind.ROW_LOST, row, label, said(old), status(now));
    } else if (isProved) {
      add(MoveKind.ROW_ADDED, row, label, status(old), said(now));
    } else if (!status(old).equals(status(now))) {
      add(MoveKind.ROW_OPEN, row, label, status(old), status(now));
    }
  }

  private static String said(Classification row) {
    return PROVED
        + " "
        + row.colour().code()
        + " "
        + row.urgency().code()
        + (row.held() ? " held" : "");
  }

  private static String status(Classification row) {
    return row == null ? RULED_OUT : row.status() == Status.PROVED ? PROVED : OPEN;
  }

  private void questions(TriageResult old, TriageResult now) {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    old.stillToAssess().forEach(question -> before.put(question.dataElement(), question.label()));
    now.stillToAssess().forEach(question -> after.put(question.dataElement(), question.label()));
    before.forEach(
        (element, label) -> {
          if (!after.containsKey(element)) {
            add(MoveKind.QUESTION, element, label, YES, NO);
          }
        });
    after.forEach(
        (element, label) -> {
          if (!before.containsKey(element)) {
            add(MoveKind.QUESTION, element, label, NO, YES);
          }
        });
    List<String> order = old.stillToAssess().stream().map(Question::dataElement).toList();
    List<String> newOrder = now.stillToAssess().stream().map(Question::dataElement).toList();
    if (!order.equals(newOrder) && before.keySet().equals(after.keySet())) {
      add(MoveKind.QUESTION, "order", "", "", "");
    }
  }

  private void warnings(TriageResult old, TriageResult now) {
    Set<String> before = codes(old);
    Set<String> after = codes(now);
    before.stream()
        .filter(code -> !after.contains(code))
        .forEach(code -> add(MoveKind.WARNING, code, "", YES, NO));
    after.stream()
        .filter(code -> !before.contains(code))
        .forEach(code -> add(MoveKind.WARNING, code, "", NO, YES));
  }

  private static Set<String> codes(TriageResult result) {
    Set<String> codes = new LinkedHashSet<>();
    result.warnings().stream().map(Warning::code).forEach(codes::add);
    return codes;
  }

  private void companions(TriageResult old, TriageResult now) {
    if (old == null && now == null) {
      return;
    }
    AnswerComparison.of(new CaseAnswer(old, List.of()), new CaseAnswer(now, List.of()))
        .forEach(
            move ->
                moves.add(
                    new Move(
                        move.kind(),
                        move.protocol(),
                        ("companion " + move.subject()).strip(),
                        move.label(),
                        move.from(),
                        move.to())));
  }

  /** Nothing else is another one: then perhaps a text, a source or the order of two rows. */
  private void words(TriageResult old, TriageResult now) {
    if (!Objects.equals(old.summary(), now.summary())) {
      add(MoveKind.TEXT, "summary", "", "", "");
    }
    if (!old.classifications().equals(now.classifications())) {
      add(MoveKind.TEXT, "classifications", "", "", "");
    }
    if (!old.stillToAssess().equals(now.stillToAssess())) {
      add(MoveKind.TEXT, "questions", "", "", "");
    }
    if (!old.recommendations().equals(now.recommendations())) {
      add(MoveKind.TEXT, "recommendations", "", "", "");
    }
    if (!Objects.equals(old.referral(), now.referral())) {
      add(MoveKind.TEXT, "referral", "", "", "");
    }
    if (!old.warnings().equals(now.warnings())) {
      add(MoveKind.TEXT, "warnings", "", "", "");
    }
  }

  private void add(MoveKind kind, String subject, String label, String from, String to) {
    moves.add(new Move(kind, protocol, subject, label, from, to));
  }

  /** Takes what another comparison finds. */
  interface Found {
    void add(MoveKind kind, String subject, String label, String from, String to);
  }
}
