package org.denba.engine.mutation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.TriageEngine;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ChangedRuleFiles;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFiles;

/**
 * The digest of what the mutants of a part are made of: its file, and the data elements and
 * parameters that the file names. Cases and texts are not in it.
 */
final class PartDigest {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]");
  private static final String MEANINGS = "meanings";

  private PartDigest() {}

  /** The digest, {@code sha256:} and 64 hexadecimal digits; empty where there is no such part. */
  static String of(TriageEngine engine, String protocol, String part) {
    RuleFiles files = engine.files();
    String path = path(engine, protocol, part);
    Optional<String> text = files.find(path);
    if (text.isEmpty()) {
      return "";
    }
    StringBuilder meanings = new StringBuilder();
    Set<String> words = words(text.get());
    for (DataElement element : engine.dictionary().elements()) {
      if (words.contains(element.id())) {
        meanings.append(
            String.join(
                "|",
                element.id(),
                element.type().name(),
                String.valueOf(element.derived()),
                element.unit(),
                element.codes().toString(),
                element.allowed().toString()));
        meanings.append('\n');
      }
    }
    engine.rules().stream()
        .filter(each -> each.id().equals(protocol))
        .flatMap(each -> each.parameters().stream())
        .filter(parameter -> words.contains(parameter.id()))
        .forEach(parameter -> meanings.append(meaning(parameter)).append('\n'));
    RecordedRuleFiles read =
        new RecordedRuleFiles(new ChangedRuleFiles(files, MEANINGS, meanings.toString()));
    read.find(path);
    read.find(MEANINGS);
    return read.digest();
  }

  private static String meaning(Parameter parameter) {
    return parameter.id()
        + "|"
        + parameter.defaultValue()
        + "|"
        + parameter.alternatives()
        + "|"
        + parameter.range()
        + "|"
        + parameter.inCommunity();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static String path(TriageEngine engine, String protocol, String part) {
    boolean derived =
        part.equals(DerivedMutants.PART)
            && engine.rules().stream()
                .filter(each -> each.id().equals(protocol))
                .map(Protocol::charts)
                .flatMap(charts -> charts.stream().map(Chart::id))
                .noneMatch(part::equals);
    return protocol + "/" + part + (derived ? ".drl" : ".csv");
  }
}
