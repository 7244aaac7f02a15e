package org.denba.fhir.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.denba.engine.TriageEngine;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.impact.CohortLine;
import org.denba.engine.impact.Impact;
import org.denba.engine.impact.ImpactOptions;
import org.denba.engine.impact.ImpactReport;
import org.denba.engine.impact.SyntheticCohort;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.impact.ImpactPage;
import org.denba.fhir.impact.ImpactSource;
import org.denba.fhir.impact.ImpactText;
import org.denba.fhir.protocols.LanguageTag;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.protocols.RulesSource;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.triage.CohortFile;
import org.denba.fhir.triage.TriageRequestReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff OLD NEW}: what an edit of the rules changes, in the files and for patients. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Compare two sets of rules: what differs, and which patients get another answer.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no clinical change (or none of the kind that --fail-on names)",
      "1:clinical changes",
      "2:the command line is wrong, or a file is not there",
      "3:the rules cannot be loaded, or a fault of the program"
    })
final class DiffCommand implements Callable<Integer> {

  private static final String BUILT_IN = "built-in";
  private static final int CHANGES = 1;

  /** Which changes end the command with exit code 1. */
  enum FailOn {
    ANY("any"),
    LESS_URGENT("less-urgent");

    private final String word;

    FailOn(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "folder of the rules in use, or built-in")
  private String before;

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "folder of the edited rules, or built-in")
  private String after;

  @Option(names = "--overlay", paramLabel = "ID", description = "country overlay over both")
  private String overlay;

  @Option(
      names = "--cohort",
      paramLabel = "FILE",
      description = "patients: one triage request (JSON) a line, in place of invented ones")
  private Path cohort;

  @Option(
      names = "--patients",
      paramLabel = "N",
      defaultValue = "10000",
      description = "how many patients are invented (default: ${DEFAULT-VALUE})")
  private int patients;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "which patients are invented (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--protocol", paramLabel = "ID", description = "only this protocol")
  private String protocol;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "language of the report: en, fr")
  private String language;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page too")
  private Path html;

  @Option(
      names = "--fail-on",
      paramLabel = "KIND",
      defaultValue = "any",
      description =
          "any: exit code 1 on any clinical change; less-urgent: only where somebody is seen less"
              + " soon")
  private FailOn failOn;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "day of the invented patients and of cases without a date (default: today)")
  private LocalDate date;

  @Mixin private ZoneOption zone;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String spoken = spoken();
    if (patients < 1) {
      throw usage("--patients: '" + patients + "' is too few: name 1 or more");
    }
    LocalDate day = date == null ? LocalDate.now(zone.zone()) : date;
    TriageEngine old = load(before, day);
    TriageEngine now = load(after, day);
    Set<String> protocols = Impact.protocols(old, now);
    if (protocol != null && !protocols.contains(protocol)) {
      throw usage(
          "--protocol: there is no '"
              + Printable.text(protocol)
              + "'"
              + NearestId.of(protocol, protocols).map(near -> ", perhaps " + near).orElse("")
              + "; there are "
              + String.join(", ", protocols));
    }
    Set<String> wanted = protocol == null ? protocols : Set.of(protocol);
    ImpactOptions options = new ImpactOptions(day, wanted, true, true);
    ImpactReport report = compare(old, now, options, spoken);
    ImpactSource source = new ImpactSource(before, after, cohort == null, seed);
    new ImpactText(spoken)
        .of(report, source)
        .lines()
        .forEach(line -> console.out().println(Printable.text(line)));
    if (html != null) {
      write(new ImpactPage(spoken).of(report, source));
    }
    boolean fails = failOn == FailOn.ANY ? report.isClinical() : report.isLessUrgent();
    return fails ? CHANGES : Console.EVALUATED;
  }

  private ImpactReport compare(
      TriageEngine old, TriageEngine now, ImpactOptions options, String spoken) throws IOException {
    if (cohort == null) {
      Iterator<CohortLine> invented =
          SyntheticCohort.read(old.files(), old.dictionary(), options.protocols())
              .patients(patients, seed, options.day(), spoken);
      return Impact.between(old, now, invented, options);
    }
    UcumUnits units = new UcumUnits();
    List<TriageRequestReader> readers = List.of(reader(old, units), reader(now, units));
    if (!Files.isReadable(cohort)) {
      throw usage("--cohort: cannot read '" + Printable.text(cohort.toString()) + "'");
    }
    try (CohortFile file = new CohortFile(cohort, readers, spoken)) {
      return Impact.between(old, now, file, options);
    }
  }

  private TriageRequestReader reader(TriageEngine engine, UcumUnits units) {
    return new TriageRequestReader(
        LoadedRules.of(engine, units).findings(),
        zone.zone(),
        DenbaProperties.defaults().limits().findings());
  }

  private TriageEngine load(String name, LocalDate day) {
    Path folder = name.equals(BUILT_IN) ? null : Path.of(name);
    if (folder != null && !Files.isDirectory(folder)) {
      throw usage(
          "'" + Printable.text(name) + "' is no folder: name a folder of rule files, or built-in");
    }
    return TriageEngine.load(
        new RulesSource(folder).files(), EngineOptions.defaults(() -> day).with(overlay, null));
  }

  private void write(String page) {
    try {
      Files.writeString(html, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw usage(
          "--html: cannot write '" + Printable.text(html.toString()) + "': check the folder");
    }
  }

  private String spoken() {
    return LanguageTag.language(language)
        .orElseThrow(
            () -> usage("--language: '" + Printable.text(language) + "' is no language, try fr"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
