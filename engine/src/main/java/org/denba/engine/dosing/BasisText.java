package org.denba.engine.dosing;

import java.util.List;
import org.denba.engine.dosing.Selection.Chosen;
import org.denba.engine.text.Texts;

/** Says what decided a dose: the weight, the age band, or both. */
final class BasisText {

  private BasisText() {}

  /** The basis in words, or null when the dose is the same for every child. */
  static String of(List<Chosen> chosen, DoseContext context, Texts texts) {
    boolean weight = usesWeight(chosen);
    String age = age(chosen, context, texts);
    if (!weight) {
      return age;
    }
    double kg = context.weightKg().getAsDouble();
    String language = context.language();
    return age == null
        ? texts.get(language, DoseTexts.BASIS_WEIGHT, name -> kg)
        : texts.get(language, DoseTexts.BASIS_BOTH, name -> "age".equals(name) ? age : (Object) kg);
  }

  static boolean usesWeight(List<Chosen> chosen) {
    for (Chosen each : chosen) {
      if (each.row().perKg() || each.row().band().basis() == Basis.WEIGHT) {
        return true;
      }
    }
    return false;
  }

  private static String age(List<Chosen> chosen, DoseContext context, Texts texts) {
    for (Chosen each : chosen) {
      Basis basis = each.row().band().basis();
      if (basis.isAge()) {
        boolean days = basis == Basis.DAYS;
        double from = each.row().band().from().value(context);
        Operand to = each.last().band().to();
        return to == null
            ? texts.get(
                context.language(),
                days ? DoseTexts.BASIS_DAYS_FROM : DoseTexts.BASIS_AGE_FROM,
                name -> from)
            : texts.get(
                context.language(),
                days ? DoseTexts.BASIS_DAYS : DoseTexts.BASIS_AGE,
                name -> "from".equals(name) ? from : (Object) to.value(context));
      }
    }
    return null;
  }
}
