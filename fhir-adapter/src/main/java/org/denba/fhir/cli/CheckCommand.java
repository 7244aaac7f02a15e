package org.denba.fhir.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.denba.engine.check.CheckOptions;
import org.denba.engine.check.CheckReport;
import org.denba.engine.check.RuleCheck;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.FolderRuleFiles;
import org.denba.engine.rules.RuleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check DIR}: says everything that is wrong with a folder of rules at once. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Say everything that is wrong with a folder of rules, each with file, row and column.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no mistake",
      "1:there are mistakes",
      "2:the command line is wrong, or the folder is not there",
      "3:a fault of the program"
    })
final class CheckCommand implements Callable<Integer> {

  private static final int CLEAN = 0;
  private static final int MISTAKES = 1;
  private static final String NO_COLOR = "NO_COLOR";

  /** How the report is written. */
  enum Format {
    text,
    json,
    sarif
  }

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "folder of rule files; the built-in rules where none is named")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text for people, json, or sarif (2.1.0) for code scanning")
  private Format format;

  @Option(names = "--warnings-as-errors", description = "warnings too give exit code 1")
  private boolean warningsAsErrors;

  @Option(names = "--no-cases", description = "do not run the cases")
  private boolean noCases;

  @Option(
      names = "--overlay",
      paramLabel = "ID",
      description = "check only this country overlay; can be given several times")
  private Set<String> overlays;

  @Option(
      names = "--protocol",
      paramLabel = "ID",
      description =
          "check only this protocol, without the country overlays; can be given several times")
  private Set<String> protocols = Set.of();

  @Option(
      names = "--fix",
      description =
          "first mend how files were saved (semicolons, decimal commas, stray spaces, encoding,"
              + " line ends); the files as they were are kept in DIR.bak")
  private boolean fix;

  @Mixin private ZoneOption zone;

  @Option(names = "--no-color", description = "print without colours (also when NO_COLOR is set)")
  private boolean noColor;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      throw usage("'" + Printable.text(folder.toString()) + "' is no folder");
    }
    if (fix && folder == null) {
      throw usage("--fix needs a folder: the built-in rules cannot be changed");
    }
    LocalDate today = LocalDate.now(zone.zone());
    RuleFiles files = folder == null ? ClassPathRuleFiles.builtIn() : new FolderRuleFiles(folder);
    if (!protocols.isEmpty() && overlays != null) {
      throw usage("--protocol and --overlay: an overlay is checked over all protocols, leave one");
    }
    protocols.forEach(id -> known(id, files));
    if (fix) {
      mend(files, today);
    }
    CheckOptions options =
        CheckOptions.all(today)
            .onlyProtocols(protocols)
            .onlyOverlays(protocols.isEmpty() ? overlays : Set.of());
    CheckReport report = RuleCheck.of(files, noCases ? options.withoutCases() : options);
    console
        .out()
        .print(
            switch (format) {
              case text -> new CheckText(new Paint(colours())).of(report);
              case json -> CheckJson.json(report);
              case sarif -> CheckJson.sarif(report, new Version().getVersion()[0]);
            });
    boolean clean = report.passed() && !(warningsAsErrors && report.warnings() > 0);
    return clean ? CLEAN : MISTAKES;
  }

  private void known(String protocol, RuleFiles files) {
    String end = "/protocol.yaml";
    List<String> there =
        files.list("").stream()
            .filter(path -> path.endsWith(end) && path.indexOf('/') == path.lastIndexOf('/'))
            .map(path -> path.substring(0, path.length() - end.length()))
            .toList();
    if (!there.contains(protocol)) {
      throw usage(
          "--protocol: there is no '"
              + Printable.text(protocol)
              + "'; there are "
              + String.join(", ", there));
    }
  }

  /**
   * Keeps each file that it changes beside the folder, never in it: there it would be a rule file.
   */
  private void mend(RuleFiles files, LocalDate today) throws IOException {
    Path kept = folder.toAbsolutePath().normalize();
    kept = kept.resolveSibling(kept.getFileName() + ".bak");
    for (Map.Entry<String, String> file :
        new TreeMap<>(RuleCheck.mended(files, today)).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Path before = free(kept.resolve(file.getKey()));
      Files.createDirectories(before.getParent());
      Files.copy(path, before);
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      console.err().println(Printable.text("mended " + path + "; as it was: " + before));
    }
  }

  /** A path where nothing lies yet, so that an earlier copy is not lost. */
  private static Path free(Path wanted) {
    Path path = wanted;
    for (int number = 2; Files.exists(path); number++) {
      path = wanted.resolveSibling(wanted.getFileName() + "." + number);
    }
    return path;
  }

  private boolean colours() {
    return console.terminal()
        && !noColor
        && console.environment().getOrDefault(NO_COLOR, "").isEmpty();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
