package org.denba.engine.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.protocol.ProtocolFile.ReferralFlag;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Referral;
import org.denba.engine.triage.TriageResult.Status;

/** Where to refer and why, in words. */
final class ReferralWords {

  private final Texts texts;
  private final String language;
  private final String variant;

  /**
   * @param flags the flags of the protocol that change the words of an urgent referral
   */
  ReferralWords(
      Texts texts,
      String language,
      List<ReferralFlag> flags,
      List<Classification> classifications) {
    this.texts = texts;
    this.language = language;
    this.variant = variant(flags, classifications);
  }

  private static String variant(List<ReferralFlag> flags, List<Classification> classifications) {
    List<Classification> urgent =
        classifications.stream()
            .filter(c -> c.status() == Status.PROVED && c.urgency() == Urgency.REFER_URGENT)
            .toList();
    for (ReferralFlag flag : flags) {
      boolean counts =
          flag.one()
              ? urgent.stream().anyMatch(c -> c.flags().contains(flag.flag()))
              : !urgent.isEmpty() && urgent.stream().allMatch(c -> c.flags().contains(flag.flag()));
      if (counts) {
        return "." + flag.flag();
      }
    }
    return "";
  }

  /** What stands behind the key of an urgent text: a dot and a flag, or nothing. */
  String variant() {
    return variant;
  }

  /** The referral, or null where nobody is referred. */
  Referral of(List<Classification> classifications, String setting) {
    Urgency urgency =
        classifications.stream()
            .filter(c -> c.status() == Status.PROVED)
            .map(Classification::urgency)
            .max(Comparator.naturalOrder())
            .orElse(Urgency.UNDETERMINED);
    if (urgency.compareTo(Urgency.REFER_NONURGENT) < 0) {
      return null;
    }
    List<Classification> reasons =
        classifications.stream()
            .filter(
                c ->
                    c.status() == Status.PROVED
                        && c.urgency().compareTo(Urgency.REFER_NONURGENT) >= 0
                        && !c.flags().contains(Row.PRE_REFERRAL))
            .toList();
    String destination =
        destination(
            setting, reasons.stream().filter(reason -> reason.urgency() == urgency).toList());
    String separator = texts.get(language, "list.separator", Map.of()) + " ";
    String labels =
        String.join(separator, reasons.stream().map(Classification::label).distinct().toList());
    return new Referral(
        urgency,
        destination,
        reasons.stream().map(Classification::rule).distinct().toList(),
        texts.get(
            language,
            "referral." + urgency.code() + variant,
            Map.of("destination", destination, "reasons", labels)));
  }

  /**
   * Where the reasons refer to, if they all name the same place of their own; else the usual one.
   */
  private String destination(String setting, List<Classification> reasons) {
    String key = "destination." + setting;
    Set<String> own =
        reasons.stream()
            .map(reason -> key + "." + reason.rule())
            .map(ofRow -> texts.get(language, texts.has(language, ofRow) ? ofRow : key, Map.of()))
            .collect(Collectors.toSet());
    return own.size() == 1 ? own.iterator().next() : texts.get(language, key, Map.of());
  }
}
