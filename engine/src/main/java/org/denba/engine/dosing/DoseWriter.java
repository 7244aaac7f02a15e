package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denba.engine.dosing.Dose.Step;
import org.denba.engine.dosing.Quantity.Amount;
import org.denba.engine.dosing.Selection.Chosen;
import org.denba.engine.text.Texts;

/** Puts the chosen rows of a medicine into numbers and words. */
final class DoseWriter {

  private final Texts texts;
  private final Map<String, Double> oneBelow;

  DoseWriter(Texts texts) {
    this.texts = texts;
    this.oneBelow =
        texts.languages().stream()
            .collect(Collectors.toUnmodifiableMap(l -> l, l -> DoseTexts.oneBelow(texts, l)));
  }

  Dose write(List<Chosen> chosen, DoseContext context, Course course) {
    DoseRow main = chosen.get(0).row();
    String language = context.language();
    Wording wording = main.wording();
    Amount amount = calculate(main, context);
    DoseValues values = new DoseValues(main, amount, context, texts);
    boolean whole = main.step() == 0;
    boolean shown = whole && amount != null;
    boolean range = shown && main.quantity().isRange();
    boolean measured = shown && amount.measured();
    Schedule.Asked schedule = main.schedule().ask(course, context);
    return new Dose(
        main.medication(),
        texts.get(language, wording.medication()),
        shown && !range ? Double.valueOf(amount.low()) : null,
        range ? Double.valueOf(amount.low()) : null,
        range ? Double.valueOf(amount.high()) : null,
        shown ? main.quantity().unit() : null,
        measured ? Double.valueOf(amount.volume()) : null,
        measured ? "mL" : null,
        whole ? texts.get(language, wording.formKey(oneBelow.get(language)), values) : null,
        schedule.timesPerDay(),
        schedule.everyHours(),
        schedule.doses(),
        schedule.days(),
        wording.route(),
        wording.route() == null ? null : texts.get(language, DoseTexts.route(wording.route())),
        BasisText.of(chosen, context, texts),
        whole ? ArithmeticText.of(main, amount, context, texts, values) : null,
        steps(chosen, context),
        note(wording, course, language, values),
        main.source());
  }

  private static Amount calculate(DoseRow row, DoseContext context) {
    return row.quantity() == null
        ? null
        : row.quantity().calculate(context, row.perKg() ? context.weightKg().getAsDouble() : 0);
  }

  private List<Step> steps(List<Chosen> chosen, DoseContext context) {
    List<Step> steps = new ArrayList<>(chosen.size());
    for (Chosen each : chosen) {
      if (each.row().step() > 0) {
        steps.add(step(each.row(), steps.size() + 1, context));
      }
    }
    return steps;
  }

  private Step step(DoseRow row, int number, DoseContext context) {
    Amount amount = calculate(row, context);
    DoseValues values = new DoseValues(row, amount, context, texts);
    String language = context.language();
    boolean range = amount != null && row.quantity().isRange();
    return new Step(
        number,
        texts.get(language, row.wording().formKey(oneBelow.get(language)), values),
        amount != null && !range ? Double.valueOf(amount.low()) : null,
        range ? Double.valueOf(amount.low()) : null,
        range ? Double.valueOf(amount.high()) : null,
        amount == null ? null : row.quantity().unit(),
        row.schedule().minutes(),
        ArithmeticText.of(row, amount, context, texts, values));
  }

  private String note(Wording wording, Course course, String language, DoseValues values) {
    List<String> courseNotes = course.firstDoseOnly() ? List.of() : wording.courseNotes();
    if (wording.notes().isEmpty() && courseNotes.isEmpty()) {
      return null;
    }
    StringBuilder note = new StringBuilder();
    append(note, wording.notes(), language, values);
    append(note, courseNotes, language, values);
    return note.toString();
  }

  private void append(StringBuilder note, List<String> keys, String language, DoseValues values) {
    for (String key : keys) {
      note.append(note.isEmpty() ? "" : " ").append(texts.get(language, key, values));
    }
  }

  /** The words of a row that stops: why nothing is given. */
  String reason(DoseRow stop, DoseContext context) {
    DoseValues values = new DoseValues(stop, null, context, texts);
    return note(stop.wording(), Course.AS_IN_TABLE, context.language(), values);
  }
}
