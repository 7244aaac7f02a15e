package org.denba.engine.dosing;

import org.denba.engine.dosing.Quantity.Amount;
import org.denba.engine.text.Texts;

/**
 * Writes a calculation so that a health worker can check it by hand: 11.2 kg × 50 mg/kg = 560 mg =
 * 2.8 mL of 200 mg/mL.
 */
final class ArithmeticText {

  private ArithmeticText() {}

  /** The calculation of a row, or null when there is no weight to relate it to. */
  static String of(
      DoseRow row, Amount amount, DoseContext context, Texts texts, DoseValues values) {
    if (amount == null || !usesWeight(row) || isCountOnly(row)) {
      return null;
    }
    String language = context.language();
    boolean range = row.quantity().isRange();
    if (!row.perKg()) {
      return texts.get(language, range ? DoseTexts.FIXED_RANGE : DoseTexts.FIXED, values);
    }
    String text = texts.get(language, range ? DoseTexts.PER_KG_RANGE : DoseTexts.PER_KG, values);
    if (amount.asked() > row.quantity().cap()) {
      text += texts.get(language, DoseTexts.CAPPED, values);
    } else if (!range && amount.asked() != amount.low()) {
      text += texts.get(language, DoseTexts.ROUNDED, values);
    }
    if (amount.measured()) {
      boolean exact = amount.exactVolume() == amount.volume();
      text += texts.get(language, exact ? DoseTexts.VOLUME : DoseTexts.VOLUME_ROUNDED, values);
    }
    return text;
  }

  /** Tablets per kilogram tell nobody anything. */
  private static boolean isCountOnly(DoseRow row) {
    return !row.perKg() && row.quantity().unit().startsWith("{");
  }

  private static boolean usesWeight(DoseRow row) {
    return row.perKg() || row.band().basis() == Basis.WEIGHT;
  }
}
