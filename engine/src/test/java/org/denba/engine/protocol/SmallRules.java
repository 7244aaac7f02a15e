package org.denba.engine.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFiles;

/**
 * A protocol so small that a test can hold it: one chart of two rows, one derived sign, one guard.
 * A test changes one file and reads it.
 */
public record SmallRules(Map<String, String> files) implements RuleFiles {

  static final String ID = "small";
  static final String CHART = "small/chill.csv";
  static final String DERIVED = "small/derived.drl";
  static final String PROTOCOL = "small/protocol.yaml";

  private static final String HEAD =
      """
      RuleTable Chill
      NAME,METADATA,METADATA,CONDITION,CONDITION,CONDITION,METADATA,METADATA,METADATA,METADATA,METADATA,METADATA,ACTION
      ,,,a : Assessment...,a : Assessment...,a : Assessment...,,,,,,,
      ,"Row(""$param"")","SubChart(""$param"")","answer(""cold"",""$param"")","below(""degrees"",""$param"")","answer(""blue"",""$param"")","Classification(""$param"")","Colour(""$param"")","Urgency(""$param"")","FollowUp(""$param"")","Flag(""$param"")","Source(""$param"")","a.row(""$param"");"
      Line,Row,Sub-chart,Cold,Degrees below,Blue,Classification,Colour,Urgency,Follow-up,Flag,Source,Fires row
      """;

  private static final String LINES =
      """
      CHI-1,CHI-1,chill,,{limit},,very-cold,pink,refer-urgent,,,A book p.1,CHI-1
      CHI-2,CHI-2,chill,no,,no,warm,green,home-care,3 if-not-better,,A book p.1,CHI-2
      """;

  /** The protocol as it is read without complaint. */
  public static SmallRules good() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        DataDictionary.FILE,
        """
        id,type,unit,codes,allowed,loinc,snomed,who,history,label_en
        age-months,quantity,mo,,0..239,,,,,Age
        degrees,quantity,Cel,,20..45,,,,,Degrees
        shivers,boolean,,,,,,,,Shivers
        blue,boolean,,,,,,,,Blue lips
        skin,coded,,warm|cool|icy,,,,,,Skin
        last-bath,date,,,,,,,,Last bath
        cold,derived-boolean,,,,,,,,Cold
        """);
    files.put(DataDictionary.CODES_FILE, "element,code,snomed,label_en\n");
    files.put(
        PROTOCOL,
        """
        id: small
        version: 1.0.0
        edition: A book
        approval: draft
        charts: [chill]
        parameters:
          limit: { default: 35.0, alternatives: [34.5], range: [34.0, 36.0] }
          season: { default: dry, alternatives: [wet] }
          alert.signs: { default: if-reported, alternatives: [must-ask] }
        """);
    files.put(CHART, HEAD + LINES);
    files.put(
        DERIVED,
        """
        package org.denba.rules.small;
        rule "Shivering, or cold skin"
        @Derives("cold") @Source("A book p.1")
        when a : Assessment( yes("shivers") || is("skin", "cool/icy") )
        then a.derive("cold"); end
        """);
    files.put("small/guards.csv", "element,asked-when,why\nblue,yes(shivers),\n");
    return new SmallRules(files);
  }

  @Override
  public Optional<String> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The same with one file put in place of another (or added). */
  public SmallRules with(String path, String text) {
    Map<String, String> changed = new LinkedHashMap<>(files);
    changed.put(path, text);
    return new SmallRules(changed);
  }

  /** The same with a word of one file replaced; the word must be there. */
  public SmallRules replacing(String path, String old, String text) {
    String before = files.get(path);
    if (!before.contains(old)) {
      throw new IllegalArgumentException(path + " does not hold '" + old + "'");
    }
    return with(path, before.replace(old, text));
  }

  /** The same with these lines in the chart. */
  public SmallRules withLines(String... lines) {
    return with(CHART, HEAD + String.join("\n", lines) + "\n");
  }

  /** The same with this line behind those of the chart. */
  SmallRules plusLine(String line) {
    return with(CHART, files.get(CHART) + line + "\n");
  }

  public DataDictionary dictionary() {
    return DataDictionary.load(this);
  }

  public Protocol read() {
    RecordedRuleFiles recorded = new RecordedRuleFiles(this);
    return new ProtocolReader(recorded, new RecordedRuleFiles(this), dictionary(), Map.of())
        .read(ID);
  }
}
