package org.denba.fhir.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.Mutant;
import org.denba.engine.mutation.MutationRecord;
import org.denba.engine.mutation.MutationRun;
import org.denba.engine.mutation.MutationScore;
import org.denba.engine.mutation.MutationText;
import org.denba.engine.mutation.RecordUpdate;
import org.denba.engine.mutation.RuleMutants;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.protocols.RulesSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code mutate [FOLDER]}: changes the rules of a folder, one small change at a time, and tells
 * which of them no case notices.
 */
@Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = "Change every bound, sign, row and dose once, and tell what no case notices.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every change was tried; see the report for those that no case notices",
      "1:with --fail-on-survivors: a change goes unnoticed",
      "2:the command line is wrong",
      "3:the rules cannot be loaded, a case fails before any change, or a fault of the program"
    })
final class MutateCommand implements Callable<Integer> {

  private static final int UNNOTICED = 1;

  /** Cases that name no day are of this one, so that the same rules always give the same score. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private enum Format {
    text,
    json
  }

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "rule files in place of the built-in ones")
  private Path rules;

  @Option(
      names = "--protocol",
      paramLabel = "ID",
      description = "change only this protocol; doses: only the dose tables")
  private String protocol;

  @Option(
      names = "--changed",
      description =
          "only files that are not those of the record beside the rules, and changes that nothing"
              + " noticed")
  private boolean changed;

  @Option(
      names = "--record",
      description = "write the scores beside the rules of FOLDER, for the pages and the build")
  private boolean record;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page, too")
  private Path html;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "what is printed; text is the usual")
  private Format format;

  @Option(
      names = "--fail-on-survivors",
      description = "exit with 1 when a change goes unnoticed, for a build")
  private boolean failOnSurvivors;

  MutateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (record && rules == null) {
      throw usage(
          "--record: name the FOLDER whose scores are written; the built-in rules are fixed");
    }
    TriageEngine engine =
        TriageEngine.load(
            new RulesSource(rules).files(),
            EngineOptions.defaults(() -> LocalDate.now(ZoneOffset.UTC)));
    checkProtocol(engine);
    RecordUpdate update = new RecordUpdate(engine, MutationRecord.read(engine.files()));
    Predicate<Mutant> wanted = changed ? update.notMeasuredOrNoticed() : mutant -> true;
    List<MutationScore> scores = scores(engine, wanted);
    if (format == Format.json) {
      console.out().print(MutationJson.json(scores));
    }
    if (html != null) {
      ReportPage.write(html, new ReportPage().of(scores));
    }
    if (record) {
      MutationRecord now = update.with(scores);
      ReportPage.write(rules.resolve(MutationRecord.FILE), now.scores());
      ReportPage.write(rules.resolve(MutationRecord.UNNOTICED_FILE), now.unnoticed());
    }
    boolean survivors = scores.stream().anyMatch(score -> score.total().survived() > 0);
    return failOnSurvivors && survivors ? UNNOTICED : Console.EVALUATED;
  }

  private void checkProtocol(TriageEngine engine) {
    List<String> known = new ArrayList<>(engine.rules().stream().map(Protocol::id).toList());
    known.add(RuleMutants.DOSES);
    if (protocol != null && !known.contains(protocol)) {
      throw usage(
          "--protocol: there is no '"
              + Printable.text(protocol)
              + "'; there are "
              + String.join(", ", known));
    }
  }

  private List<MutationScore> scores(TriageEngine engine, Predicate<Mutant> wanted) {
    MutationRun run = new MutationRun(engine, DAY);
    List<MutationScore> scores = new ArrayList<>();
    for (Protocol each : engine.rules()) {
      if (protocol == null || protocol.equals(each.id())) {
        add(run.ofProtocol(each, wanted), scores);
      }
    }
    if (protocol == null || protocol.equals(RuleMutants.DOSES)) {
      add(run.ofDoses(wanted), scores);
    }
    if (scores.isEmpty() && format == Format.text) {
      console.out().println("Nothing was changed since the scores were recorded.");
    }
    return scores;
  }

  /** A run takes minutes: each protocol is told when it is done. */
  private void add(MutationScore score, List<MutationScore> scores) {
    if (score.verdicts().isEmpty()) {
      return;
    }
    scores.add(score);
    if (format == Format.text) {
      console.out().print(MutationText.of(score));
      console.out().flush();
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
