package org.denba.engine.dosing;

import java.util.function.Function;
import org.denba.engine.dosing.Quantity.Amount;
import org.denba.engine.text.Texts;

/** What the placeholders of a row's texts stand for. A name with a dot is a parameter. */
final class DoseValues implements Function<String, Object> {

  private final DoseRow row;
  private final Amount amount;
  private final DoseContext context;
  private final Texts texts;

  DoseValues(DoseRow row, Amount amount, DoseContext context, Texts texts) {
    this.row = row;
    this.amount = amount;
    this.context = context;
    this.texts = texts;
  }

  /** Whether a row like this one can fill the placeholder; asked when the table is loaded. */
  static boolean canFill(DoseRow row, String name) {
    Quantity quantity = row.quantity();
    return switch (name) {
      case "count" -> row.wording().count() != 0;
      case "amount", "unit" -> quantity != null;
      case "amountMax" -> quantity != null && quantity.isRange();
      case "perKg" -> row.perKg();
      case "perKgMax" -> row.perKg() && quantity.isRange();
      case "weight" -> row.perKg() || row.band().basis() == Basis.WEIGHT;
      case "volume", "strength" -> quantity != null && quantity.strength() != null;
      case "cap" -> quantity != null && quantity.cap() != Double.MAX_VALUE;
      case "duration" -> row.schedule().minutes() != null;
      default -> isParameter(name);
    };
  }

  static boolean isParameter(String name) {
    return name.indexOf('.') > 0;
  }

  @Override
  public Object apply(String name) {
    return switch (name) {
      case "count" -> row.wording().countText();
      case "amount" -> amount.low();
      case "amountMax" -> amount.high();
      case "unit" -> texts.get(context.language(), DoseTexts.unit(row.quantity().unit()));
      case "perKg" -> row.quantity().amount().value(context);
      case "perKgMax" -> row.quantity().amountMax().value(context);
      case "weight" -> context.weightKg().getAsDouble();
      case "volume" -> amount.volume();
      case "exactVolume" -> amount.exactVolume();
      case "measured" -> Rounding.clean(amount.volume() * amount.strength());
      case "strength" -> amount.strength();
      case "asked" -> amount.asked();
      case "cap" -> row.quantity().cap();
      case "duration" -> duration(row.schedule().minutes());
      case "perKgGiven" -> perKgGiven(amount.low());
      case "perKgGivenMax" -> perKgGiven(amount.high());
      default -> isParameter(name) ? parameter(name) : null;
    };
  }

  private Object parameter(String id) {
    String text = Operand.parameterText(context, id);
    return Character.isDigit(text.charAt(0)) ? Operand.parameterNumber(context, id) : text;
  }

  private String duration(int minutes) {
    boolean hours = minutes >= 60;
    Double value = hours ? minutes / 60.0 : minutes;
    return texts.get(
        context.language(), hours ? DoseTexts.HOURS : DoseTexts.MINUTES, name -> value);
  }

  /** Units per kilogram as a reader checks them: one decimal, two for small figures. */
  private Double perKgGiven(double given) {
    double perKg = given / context.weightKg().getAsDouble();
    double scale = perKg < 1 ? 100 : 10;
    return Math.round(perKg * scale) / scale;
  }
}
