package org.denba.fhir.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.MutationRun;
import org.denba.engine.mutation.MutationScore;
import org.denba.engine.mutation.MutationText;
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
 * {@code mutation [FOLDER]}: changes the rules of a folder, one small change at a time, and tells
 * which of them no case notices.
 */
@Command(
    name = "mutation",
    mixinStandardHelpOptions = true,
    description = "Change every bound, sign and row once, and tell which change no case notices.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a case notices every change that changes an answer",
      "1:a change goes unnoticed; it is named, with the case that would notice",
      "2:the command line is wrong",
      "3:the rules cannot be loaded, or a fault of the program"
    })
final class MutationCommand implements Callable<Integer> {

  private static final int UNNOTICED = 1;

  /** Cases that name no day are of this one, so that the same rules always give the same score. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "rule files in place of the built-in ones")
  private Path rules;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page, too")
  private Path html;

  @Option(
      names = "--protocol",
      paramLabel = "ID",
      description = "change only this protocol; doses: only the dose tables")
  private String protocol;

  MutationCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TriageEngine engine =
        TriageEngine.load(
            new RulesSource(rules).files(),
            EngineOptions.defaults(() -> LocalDate.now(ZoneOffset.UTC)));
    List<String> known = new ArrayList<>(engine.rules().stream().map(Protocol::id).toList());
    known.add(RuleMutants.DOSES);
    if (protocol != null && !known.contains(protocol)) {
      throw new ParameterException(
          spec.commandLine(),
          "--protocol: there is no '"
              + Printable.text(protocol)
              + "'; there are "
              + String.join(", ", known));
    }
    List<MutationScore> scores = scores(new MutationRun(engine, DAY), engine);
    if (html != null) {
      ReportPage.write(html, new ReportPage().of(scores));
    }
    return scores.stream().allMatch(score -> score.total().survived() == 0)
        ? Console.EVALUATED
        : UNNOTICED;
  }

  private List<MutationScore> scores(MutationRun run, TriageEngine engine) {
    List<MutationScore> scores = new ArrayList<>();
    for (Protocol each : engine.rules()) {
      if (protocol == null || protocol.equals(each.id())) {
        scores.add(run.ofProtocol(each));
        print(scores);
      }
    }
    if (protocol == null || protocol.equals(RuleMutants.DOSES)) {
      scores.add(run.ofDoses());
      print(scores);
    }
    return scores;
  }

  private void print(List<MutationScore> scores) {
    console.out().print(MutationText.of(scores.get(scores.size() - 1)));
    console.out().flush();
  }
}
