package org.denba.engine.approval;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Reported;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.DayCount;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.rules.RuleFiles;

/**
 * A digest for each row of a protocol over everything that decides what the row says and does: its
 * lines, the signs, guards, closing answers and parameters behind them, its actions with their
 * treatments and dose tables, and its words. Whoever edits one row changes the digest of that row
 * and of those that read it, and no other. What belongs to no row (the order of the charts, what
 * every patient is told, all other words) has one under {@link #EVERYWHERE}.
 */
public final class RowDigests {

  /** Stands for what holds whatever the row, as in {@code actions.csv}. */
  public static final String EVERYWHERE = "*";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final String SELECTION = "selection.csv";
  private static final Set<Parameter.Type> CONCERNS_ALL =
      Set.of(Parameter.Type.ELEMENTS, Parameter.Type.CODES);

  private final Protocol protocol;
  private final RuleFiles files;
  private final Map<String, Treatment> treatments;
  private final RowTexts texts;
  private final RowTexts doseTexts;
  private final ReadSlots slots;
  private final Set<String> usedTexts = new TreeSet<>();
  private final Set<String> usedDoseTexts = new TreeSet<>();
  private final Set<String> usedParameters = new TreeSet<>();

  private RowDigests(
      Protocol protocol,
      RuleFiles files,
      DataDictionary dictionary,
      Map<String, Treatment> treatments,
      RowTexts texts,
      RowTexts doseTexts) {
    this.protocol = protocol;
    this.files = files;
    this.treatments = treatments;
    this.texts = texts;
    this.doseTexts = doseTexts;
    this.slots = new ReadSlots(protocol, dictionary, new SideTables(files, protocol.id()));
  }

  /**
   * @param files where the protocol was read from, the overlay over them
   * @param treatments all treatments
   * @param texts the protocol's words
   * @param doseTexts the words of the dose tables
   * @return the digest of each row by its id, in the order of the charts, and last {@link
   *     #EVERYWHERE}
   */
  public static Map<String, String> of(
      Protocol protocol,
      RuleFiles files,
      DataDictionary dictionary,
      Map<String, Treatment> treatments,
      RowTexts texts,
      RowTexts doseTexts) {
    return new RowDigests(protocol, files, dictionary, treatments, texts, doseTexts).digests();
  }

  private Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    for (String id : protocol.rowIds()) {
      digests.put(id, Sha256.of(row(id)));
    }
    digests.put(EVERYWHERE, Sha256.of(everywhere()));
    return Collections.unmodifiableMap(digests);
  }

  private String row(String id) {
    StringBuilder text = new StringBuilder(protocol.id()).append(' ').append(id);
    BitSet reads = new BitSet();
    for (Row row : protocol.rows()) {
      if (row.id().equals(id)) {
        block(row, text, reads);
      }
    }
    return withWhatIsBehind(text, reads, true);
  }

  private void block(Row row, StringBuilder text, BitSet reads) {
    text.append('\n')
        .append(row.chart())
        .append(' ')
        .append(row.subCharts())
        .append(' ')
        .append(row.classification())
        .append(' ')
        .append(row.colour())
        .append(' ')
        .append(row.source());
    for (Row.Line line : row.lines()) {
      List<Condition> conditions = line.alternative().conditions();
      text.append("\n= ")
          .append(ReadSlots.text(conditions))
          .append(' ')
          .append(line.urgency())
          .append(' ')
          .append(line.flag())
          .append(' ')
          .append(line.alternative().source());
      conditions.forEach(condition -> condition.reads(reads::set));
    }
    if (row.classifies()) {
      words("classification." + row.classification() + ".label", text);
    }
    if (row.followUp() != null) {
      text.append("\nfollow-up ").append(days(row.followUp().days(), reads));
      words(row.followUp().text(), text);
    }
    protocol
        .provisionalWhile(row.chart())
        .ifPresent(condition -> condition("provisional while", condition, text, reads));
    protocol.actionsOf(row).forEach(action -> action(action, text, reads));
  }

  private void action(ActionRule action, StringBuilder text, BitSet reads) {
    text.append("\n-> ")
        .append(action.action())
        .append(' ')
        .append(action.extent())
        .append(' ')
        .append(days(action.days(), reads))
        .append(' ')
        .append(action.hours());
    condition("when", action.when(), text, reads);
    condition("unless", action.unless(), text, reads);
    condition("unless possible", action.unlessPossible(), text, reads);
    if (action.action().equals(ActionRule.FOLLOW_UP)) {
      words(action.text(), text);
      return;
    }
    words("recommendation." + (action.text().isEmpty() ? action.action() : action.text()), text);
    Treatment treatment = treatments.get(action.action());
    text.append("\n").append(treatment);
    protocol
        .beforeReferralIf(action.action())
        .ifPresent(condition -> condition("before referral if", condition, text, reads));
    if (treatment != null && treatment.dosed()) {
      doses(treatment.id(), text);
    }
  }

  /** A dose table and the words that its cells name. */
  private void doses(String treatment, StringBuilder text) {
    String table = files.find("doses/" + treatment + ".csv").orElse("");
    text.append('\n').append(table);
    Set<String> cells = wordsOf(table);
    for (String key : new TreeSet<>(doseTexts.keys())) {
      if (List.of(key.split("\\.", 3)).stream().skip(1).anyMatch(cells::contains)) {
        usedDoseTexts.add(key);
        text.append('\n').append(key).append(doseTexts.inEveryLanguage(key));
      }
    }
  }

  /** A text, and those that go before it in one setting or case. */
  private void words(String key, StringBuilder text) {
    for (String each : new TreeSet<>(texts.keys())) {
      if (each.equals(key) || each.startsWith(key + ".")) {
        usedTexts.add(each);
        text.append('\n').append(each).append(texts.inEveryLanguage(each));
      }
    }
  }

  private String days(List<DayCount> counts, BitSet reads) {
    return new DaysText(slots::name, reads).of(counts);
  }

  private static void condition(
      String word, Condition condition, StringBuilder text, BitSet reads) {
    if (condition != null) {
      text.append("\n").append(word).append(' ').append(condition.text());
      condition.reads(reads::set);
    }
  }

  private String withWhatIsBehind(StringBuilder text, BitSet reads, boolean throughRows) {
    text.append('\n').append(slots.behind(reads, throughRows));
    String all = text.toString();
    Set<String> words = wordsOf(all);
    if (all.contains("reported(")) {
      words.add(Reported.MODE);
    }
    for (Parameter parameter : protocol.parameters()) {
      if (words.contains(parameter.id()) || CONCERNS_ALL.contains(parameter.type())) {
        usedParameters.add(parameter.id());
        text.append("\n").append(parameter);
      }
    }
    return text.toString();
  }

  private String everywhere() {
    StringBuilder text = new StringBuilder(protocol.id());
    BitSet reads = new BitSet();
    text.append('\n')
        .append(protocol.file().edition())
        .append(protocol.file().ageMonths())
        .append(protocol.file().referralFlags())
        .append(protocol.file().nothingRuledOut());
    for (Chart.SubChart subChart : protocol.subCharts()) {
      text.append('\n')
          .append(subChart.id())
          .append(subChart.rows().stream().map(Row::id).distinct().toList());
    }
    protocol.actionsForAll().forEach(action -> action(action, text, reads));
    files.find(SELECTION).ifPresent(text.append('\n')::append);
    rest(texts, usedTexts, text);
    rest(doseTexts, usedDoseTexts, text);
    protocol.parameters().stream()
        .filter(parameter -> !usedParameters.contains(parameter.id()))
        .forEach(parameter -> text.append('\n').append(parameter));
    // the rows that are read here have digests of their own
    return withWhatIsBehind(text, reads, false);
  }

  private static void rest(RowTexts texts, Collection<String> used, StringBuilder text) {
    for (String key : new TreeSet<>(texts.keys())) {
      if (!used.contains(key)) {
        text.append('\n').append(key).append(texts.inEveryLanguage(key));
      }
    }
  }

  private static Set<String> wordsOf(String text) {
    Set<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
