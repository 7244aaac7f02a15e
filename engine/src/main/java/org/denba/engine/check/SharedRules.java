package org.denba.engine.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.growth.GrowthStandards;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.RulesFile;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.TreatmentReader;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;

/**
 * What all protocols share, as far as it can be read.
 *
 * @param files the files that it was read from
 * @param rules {@code rules.yaml}, or what the folders tell where that cannot be read
 * @param dictionary the elements that can be used
 * @param treatments the treatments that can be used
 * @param doses the dose tables; null where one cannot be used
 * @param parameters takes the parameters of the protocols
 */
record SharedRules(
    RecordedRuleFiles files,
    RulesFile rules,
    DataDictionary dictionary,
    Map<String, Treatment> treatments,
    DoseBook doses,
    Map<String, Parameter> parameters) {

  private static final String PROTOCOL = "/protocol.yaml";
  private static final String TEXTS = "texts/texts_";
  private static final String DOSES = "doses";

  static SharedRules read(RuleFiles all, Findings findings) {
    RecordedRuleFiles files = new RecordedRuleFiles(all);
    RulesFile rules = findings.collect(() -> RulesFile.read(files), byFolders(files));
    ProblemList dictionaryProblems = new ProblemList();
    DataDictionary dictionary =
        findings.collect(
            () -> DataDictionary.load(files, dictionaryProblems), DataDictionary.empty());
    findings.tell(dictionaryProblems);
    findings.spoil(ids(dictionaryProblems, files, DataDictionary.FILE));
    findings.collect(() -> GrowthStandards.load(files));
    ProblemList treatmentProblems = new ProblemList();
    Map<String, Treatment> treatments =
        findings.collect(() -> TreatmentReader.read(files, treatmentProblems), Map.of());
    findings.tell(treatmentProblems);
    findings.spoil(ids(treatmentProblems, files, Treatment.FILE));
    DictionaryCheck.check(files, rules.languages(), findings);
    ProblemList textProblems = new ProblemList();
    Texts doseTexts = Texts.load(files, rules.languages(), textProblems, DOSES);
    findings.tell(textProblems);
    findings.tell(doseTexts.check());
    DoseBook doses =
        findings.collect(
            () ->
                DoseBook.load(
                    files,
                    treatments.values().stream()
                        .filter(Treatment::dosed)
                        .map(Treatment::id)
                        .toList(),
                    doseTexts),
            null);
    return new SharedRules(files, rules, dictionary, treatments, doses, new LinkedHashMap<>());
  }

  /** The languages and protocols that there are files for. */
  private static RulesFile byFolders(RuleFiles files) {
    Set<String> languages = new LinkedHashSet<>();
    List<String> protocols = new ArrayList<>();
    for (String path : files.list("")) {
      if (path.startsWith(TEXTS) && path.endsWith(".properties")) {
        languages.add(path.substring(TEXTS.length(), path.length() - ".properties".length()));
      } else if (path.endsWith(PROTOCOL) && path.indexOf('/') == path.lastIndexOf('/')) {
        protocols.add(path.substring(0, path.indexOf('/')));
      }
    }
    return new RulesFile(List.copyOf(languages), protocols, "", "");
  }

  /** The ids in the rows that cannot be used; every word of the file where none of its rows can. */
  private static Set<String> ids(ProblemList problems, RuleFiles files, String file) {
    Set<String> ids = new HashSet<>();
    if (problems.isEmpty()) {
      return ids;
    }
    Places places = new Places(files);
    List<List<String>> lines = places.table(file);
    for (Problem problem : problems.found()) {
      int row = places.of(problem.where(), problem.says()).row();
      boolean head = row <= 1 && problem.file().equals(file);
      for (int i = 1; i < lines.size(); i++) {
        if ((head || i + 1 == row) && !lines.get(i).isEmpty()) {
          lines.get(i).forEach(cell -> ids.add(cell.strip()));
        }
      }
    }
    return ids;
  }

  /** The folders that hold a protocol, whether {@code rules.yaml} names them or not. */
  Set<String> folders() {
    return new TreeSet<>(byFolders(files).protocols());
  }
}
