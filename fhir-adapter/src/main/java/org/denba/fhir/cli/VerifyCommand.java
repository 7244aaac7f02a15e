package org.denba.fhir.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.denba.engine.proof.ProofFile;
import org.denba.engine.proof.ProofReport;
import org.denba.engine.proof.ProtocolProof;
import org.denba.engine.proof.Prover;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.RuleSet;
import org.denba.fhir.protocols.RulesSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify [FOLDER]}: proves the charts of a rules folder over the whole of their inputs. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Prove the charts over every combination of their inputs.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is proved",
      "1:something is refuted; a patient who shows it is printed",
      "2:the command line is wrong",
      "3:the rules cannot be loaded, or a fault of the program"
    })
final class VerifyCommand implements Callable<Integer> {

  private static final int REFUTED = 1;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "rule files in place of the built-in ones")
  private Path rules;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page, too")
  private Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "write the outcome as a table, too")
  private Path csv;

  @Option(names = "--protocol", paramLabel = "ID", description = "prove only this protocol")
  private String protocol;

  @Option(names = "--overlay", paramLabel = "ID", description = "country overlay, such as mali")
  private String overlay;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RulesSource source = new RulesSource(rules);
    source.check(overlay);
    RuleFiles files = source.files();
    EngineOptions options =
        EngineOptions.defaults(() -> LocalDate.now(ZoneOffset.UTC)).with(overlay, null);
    RuleSet loaded = RuleSet.load(files, options);
    ProofReport report = new Prover(loaded.dictionary(), files).prove(wanted(loaded));
    report.protocols().forEach(this::print);
    if (html != null) {
      ReportPage.write(html, new ReportPage().of(report));
    }
    if (csv != null) {
      ReportPage.write(csv, ProofFile.write(report));
    }
    return report.holds() ? Console.EVALUATED : REFUTED;
  }

  private List<Protocol> wanted(RuleSet loaded) {
    List<Protocol> wanted =
        loaded.protocols().stream()
            .filter(p -> protocol == null || p.id().equals(protocol))
            .toList();
    if (wanted.isEmpty()) {
      throw usage(
          "--protocol: there is no '"
              + Printable.text(protocol)
              + "'; there are "
              + String.join(", ", loaded.protocols().stream().map(Protocol::id).toList()));
    }
    return wanted;
  }

  private void print(ProtocolProof proof) {
    console
        .out()
        .printf(
            "%s: %s, %d sub-charts and signs, %d exceptions, %d ms%n  %s%n",
            proof.protocol(),
            proof.holds() ? "proved" : "REFUTED",
            proof.subjects().size(),
            proof.exceptions().size(),
            proof.time().toMillis(),
            proof.digest());
    proof.refutations().forEach(r -> console.out().println("  " + Printable.text(r.line())));
    proof
        .needless()
        .forEach(
            e ->
                console
                    .out()
                    .println("  " + e.where() + ": nothing needs this exception any more"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
