package org.denba.engine.second;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.triage.EngineSide;

/**
 * What one line reads directly: derived elements, rows and guards are taken as inputs. Each choice
 * is written twice, for the engine and for the plain reading.
 */
final class LineInputs {

  /** One choice in the making. */
  private static final class Draft {
    final Map<String, Finding> told = new HashMap<>();
    final Map<String, Computed> computed = new HashMap<>();
    final List<Consumer<Picture>> taken = new ArrayList<>();
    final List<Consumer<Assessment>> written = new ArrayList<>();
    final RequestDraft request = new RequestDraft();
  }

  private static final List<Truth> TRUTHS = List.of(Truth.YES, Truth.OPEN, Truth.NO);

  private final BothSides both;
  private final PlainRules rules;
  private final Alternative alternative;
  private final PlainRules.Line line;
  private final Inputs inputs;
  private final List<List<Consumer<Draft>>> options = new ArrayList<>();

  LineInputs(BothSides both, int index) {
    this.both = both;
    this.rules = both.rules();
    this.alternative = both.protocol().alternatives().get(index);
    this.line = rules.lines.get(index);
    this.inputs = Inputs.direct(rules, BothSides.DAY, line.condition());
    inputs.elements.forEach(this::element);
    inputs.rows().forEach(block -> truths(block.target(), slot(block)));
    inputs.others().forEach(other -> options.add(request(other)));
  }

  private static List<Consumer<Draft>> request(List<Consumer<RequestDraft>> other) {
    List<Consumer<Draft>> said = new ArrayList<>();
    other.forEach(option -> said.add(draft -> option.accept(draft.request)));
    return said;
  }

  private int slot(PlainRules.Block block) {
    return both.protocol().rows().get(block.index()).slot();
  }

  private void element(String x) {
    DataElement element = BothSides.RULES.dictionary().element(x).orElseThrow();
    int slot = element.index();
    boolean ruled = !rules.of(x).isEmpty();
    if (element.derived() && rules.isCoded(x)) {
      codes(element);
    } else if (ruled) {
      truths(x, slot);
    } else {
      said(element);
    }
  }

  private void truths(String target, int slot) {
    List<Consumer<Draft>> said = new ArrayList<>();
    for (Truth truth : TRUTHS) {
      said.add(
          draft -> {
            draft.taken.add(picture -> picture.take(target, truth));
            draft.written.add(a -> a.derived(slot, truth == Truth.YES, truth != Truth.NO));
          });
    }
    options.add(said);
  }

  /**
   * Sets of at most two codes, and the set of all: no predicate tells more sets apart. What rules
   * derive has any of them certain; the calendar is sure of all of them or of none.
   */
  private void codes(DataElement element) {
    boolean ruled = !rules.of(element.id()).isEmpty();
    int all = (1 << element.codes().size()) - 1;
    List<Consumer<Draft>> said = new ArrayList<>();
    for (int could = 0; could <= all; could++) {
      if (could != all && Integer.bitCount(could) > 2) {
        continue;
      }
      for (int certain = 0; certain <= could; certain++) {
        if ((certain & ~could) == 0 && (ruled || certain == 0 || certain == could)) {
          said.add(codes(element, certain, could));
        }
      }
    }
    options.add(said);
  }

  private static Consumer<Draft> codes(DataElement element, int certain, int could) {
    Computed.Codes codes = new Computed.Codes(named(element, certain), named(element, could));
    return draft -> {
      draft.taken.add(picture -> picture.take(element.id(), codes));
      draft.written.add(a -> a.derivedCode(element.index(), certain, could));
    };
  }

  private static Set<String> named(DataElement element, int mask) {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < element.codes().size(); i++) {
      if ((mask & 1 << i) != 0) {
        codes.add(element.codes().get(i));
      }
    }
    return codes;
  }

  private void said(DataElement element) {
    List<Consumer<Draft>> said = new ArrayList<>();
    said.addAll(open(element, null, "none"));
    for (Finding finding : inputs.findings(element.id())) {
      if (finding instanceof Finding.NotDone notDone) {
        notDone(element, notDone, said);
      } else {
        said.add(value(element, finding));
      }
    }
    if (element.codes().isEmpty()) {
      intervals(element).forEach(interval -> said.add(interval(element, interval)));
    }
    options.add(said);
  }

  private List<Interval> intervals(DataElement element) {
    List<Interval> intervals = new ArrayList<>();
    if (element.type().name().equals("QUANTITY")) {
      List<Double> numbers = List.copyOf(inputs.numbers(element.id()));
      for (int i = 0; i + 1 < numbers.size(); i++) {
        intervals.add(new Interval(numbers.get(i), numbers.get(i + 1)));
      }
      intervals.add(new Interval(numbers.get(0), numbers.get(numbers.size() - 1)));
    }
    return intervals;
  }

  private static Consumer<Draft> interval(DataElement element, Interval interval) {
    return draft -> {
      draft.computed.put(element.id(), new Computed.Number(interval.low(), interval.high()));
      draft.written.add(a -> a.quantity(element.index(), interval));
    };
  }

  private static Consumer<Draft> value(DataElement element, Finding finding) {
    int slot = element.index();
    return draft -> {
      draft.told.put(element.id(), finding);
      draft.written.add(
          a -> {
            if (finding instanceof Finding.Answer answer) {
              a.answer(slot, answer.yes());
            } else if (finding instanceof Finding.Quantity quantity) {
              a.quantity(slot, quantity.value());
            } else if (finding instanceof Finding.Code code && element.hasCode(code.code())) {
              a.code(slot, element.codes().indexOf(code.code()));
            } else {
              a.present(slot);
            }
          });
    };
  }

  private void notDone(DataElement element, Finding.NotDone notDone, List<Consumer<Draft>> said) {
    Set<String> ways = new LinkedHashSet<>(List.of("none"));
    rules.closings.stream()
        .filter(closing -> closing.element().equals(element.id()))
        .forEach(closing -> ways.add(closing.comparisons()));
    for (String way : ways) {
      if (way.equals("none") || way.equals("open")) {
        said.addAll(open(element, notDone, way));
      } else {
        said.add(
            draft -> {
              draft.told.put(element.id(), notDone);
              draft.taken.add(picture -> picture.takeClosing(element.id(), way));
              draft.written.add(a -> closed(a, element, notDone.reason(), way));
            });
      }
    }
  }

  private static void closed(Assessment a, DataElement element, String reason, String way) {
    if (way.equals("closed")) {
      a.notDone(element.index(), reason, true);
    } else {
      a.notDoneButOpen(element.index(), reason);
      a.code(element.index(), element.codes().indexOf("not-done"));
    }
  }

  /** Nothing, or a not-done that leaves it open: whether it is asked decides. */
  private List<Consumer<Draft>> open(DataElement element, Finding.NotDone notDone, String way) {
    String x = element.id();
    int slot = element.index();
    boolean guarded = !rules.of("asked " + x).isEmpty();
    List<Consumer<Draft>> said = new ArrayList<>();
    for (Truth asked : guarded ? TRUTHS : List.of(Truth.YES)) {
      said.add(
          draft -> {
            if (notDone != null) {
              draft.told.put(x, notDone);
              draft.taken.add(picture -> picture.takeClosing(x, way));
            }
            draft.taken.add(picture -> picture.take("asked " + x, asked));
            draft.written.add(a -> write(a, slot, notDone, way, guarded ? asked : Truth.OPEN));
          });
    }
    return said;
  }

  private static void write(
      Assessment a, int slot, Finding.NotDone notDone, String way, Truth asked) {
    if (notDone == null) {
      a.blank(slot);
    } else if (way.equals("open")) {
      a.notDoneButOpen(slot, notDone.reason());
    } else {
      a.notDone(slot, notDone.reason(), false);
    }
    if (asked == Truth.YES) {
      a.asked(slot);
    } else if (asked == Truth.NO) {
      a.notNeeded(slot);
    }
  }

  Combinations combinations() {
    return Combinations.of(options);
  }

  /** What the two say of a choice where they disagree. */
  Optional<String> disagree(int[] choice) {
    Draft draft = new Draft();
    for (int i = 0; i < choice.length; i++) {
      options.get(i).get(choice[i]).accept(draft);
    }
    Contact contact =
        EngineSide.contact(draft.request.request(both.protocol().id(), BothSides.DAY));
    Assessment assessment =
        new Assessment(
            both.protocol().slots(),
            BothSides.RULES.dictionary().size(),
            both.protocol().defaults().with(draft.request.parameters),
            contact);
    draft.written.forEach(write -> write.accept(assessment));
    Picture picture =
        new Picture(
            rules,
            draft.told,
            draft.computed,
            new Visit(
                contact.setting(),
                contact.followUp(),
                contact.earlierRows(),
                draft.request.parameters));
    draft.taken.forEach(take -> take.accept(picture));
    Truth plain = line.condition().of(picture);
    boolean certain = alternative.test(assessment, false);
    boolean possible = alternative.test(assessment, true);
    boolean same = certain == (plain == Truth.YES) && possible == (plain != Truth.NO);
    return same
        ? Optional.empty()
        : Optional.of(
            "%s: plainly %s, but certain %b and possible %b to the engine: %s %s %s"
                .formatted(
                    alternative.where(),
                    plain,
                    certain,
                    possible,
                    draft.told,
                    draft.computed,
                    draft.request.parameters));
  }
}
