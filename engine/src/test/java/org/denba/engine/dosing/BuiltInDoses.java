package org.denba.engine.dosing;

import java.util.List;
import java.util.stream.Stream;
import org.denba.engine.rules.ClassPathRuleFiles;

/** The dose tables that are shipped, read once for all tests. */
final class BuiltInDoses {

  /** For children from 2 months up to 5 years. */
  static final List<String> CHILD =
      List.of(
          "TX-AMOX",
          "TX-AMOX-CHW",
          "TX-AMPI-GENTA-IM",
          "TX-CEFTRIAXONE",
          "TX-ARTESUNATE-IM",
          "TX-ARTESUNATE-PR",
          "TX-ACT",
          "TX-CIPRO",
          "TX-CHOLERA",
          "TX-ZINC",
          "TX-PARACETAMOL",
          "TX-VITA-SUPP",
          "TX-VITA-THERAPEUTIC",
          "TX-DEWORM",
          "TX-IRON",
          "TX-CTX-PROPHYLAXIS",
          "TX-SALBUTAMOL",
          "TX-SALBUTAMOL-TRIAL",
          "TX-DIAZEPAM-PR",
          "TX-GLUCOSE",
          "TX-RESOMAL",
          "TX-EYE-TETRACYCLINE",
          "TX-MOUTH-GV",
          "TX-EAR-QUINOLONE",
          "TX-EAR-WICK",
          "TX-OXYGEN",
          "TX-MULTIVIT",
          "TX-RUTF",
          "PLAN-A",
          "PLAN-B",
          "PLAN-C");

  /** For young infants. */
  static final List<String> YOUNG_INFANT =
      List.of(
          "YI-AMPI",
          "YI-GENTA",
          "YI-AMOX-PSBI",
          "YI-AMOX-LOCAL",
          "YI-GLUCOSE",
          "YI-ORS-C",
          "YI-VITK",
          "YI-CHX",
          "TX-EYE-NEWBORN");

  /** For pregnant women and women who gave birth. */
  static final List<String> WOMAN =
      List.of(
          "TX-MGSO4-LOAD",
          "TX-DIAZEPAM-ADULT",
          "TX-ANTIHTN",
          "TX-ANC-ANTIBIO",
          "TX-ART-ADULT",
          "TX-AL-ADULT",
          "TX-IPTP",
          "TX-IFA",
          "TX-IFA-TREAT",
          "TX-DEWORM-PREG",
          "TX-TD",
          "TX-BPG",
          "TX-OXYTOCIN",
          "TX-OXYTOCIN-PREV",
          "TX-MISO-PPH",
          "TX-MISO-PREV",
          "TX-TXA",
          "TX-MASTITIS-ADULT",
          "TX-AMOX-UTI-ADULT",
          "TX-CALCIUM",
          "TX-PARACETAMOL-ADULT");

  static final List<String> TREATMENTS =
      Stream.of(CHILD, YOUNG_INFANT, WOMAN).flatMap(List::stream).toList();

  static final List<String> LANGUAGES = List.of("en", "fr");
  static final DoseBook BOOK = DoseBook.load(ClassPathRuleFiles.builtIn(), TREATMENTS, LANGUAGES);

  /** The note beside a dose that goes by weight, where the weight is not known. */
  static final String WEIGH = "Weigh the patient: the dose goes by weight.";

  private BuiltInDoses() {}

  static DoseAnswer ask(String treatment, DoseContext child) {
    return BOOK.dose(treatment, child, Course.AS_IN_TABLE);
  }

  /** The only dose of the answer. */
  static Dose dose(String treatment, DoseContext child) {
    List<Dose> doses = ask(treatment, child).doses();
    if (doses.size() != 1) {
      throw new AssertionError(treatment + " gives " + ask(treatment, child));
    }
    return doses.get(0);
  }

  /** The dose of one of several medicines. */
  static Dose dose(String treatment, String medication, DoseContext child) {
    return ask(treatment, child).doses().stream()
        .filter(dose -> dose.medication().equals(medication))
        .findFirst()
        .orElseThrow(() -> new AssertionError(treatment + " gives no " + medication));
  }
}
