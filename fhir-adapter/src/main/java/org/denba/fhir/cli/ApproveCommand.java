package org.denba.fhir.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.denba.engine.approval.Approval;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.fhir.activation.VersionsOnDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code approve DIR}: a clinician approves rows of the active version. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = {
      "Approve rows of the active version as they are. An edited row loses its approval.",
      "For a service that runs: POST /protocols/approvals."
    })
final class ApproveCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "the folder of versions (denba.versions)")
  private Path folder;

  @Option(names = "--protocol", required = true, paramLabel = "ID", description = "the protocol")
  private String protocol;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "ROW",
      description = "the rows, as COU-1,COU-3; * for what belongs to no row; left out: everything")
  private List<String> rows;

  @Option(names = "--name", required = true, description = "the clinician's name")
  private String name;

  @Option(names = "--role", required = true, description = "the clinician's role")
  private String role;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "day of the approval; left out: today")
  private LocalDate date;

  @Option(names = "--comment", defaultValue = "", description = "what the clinician wants to say")
  private String comment;

  @Mixin private ZoneOption zone;

  ApproveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ProtocolApproval approval =
        new VersionsOnDisk(folder)
            .approve(
                protocol,
                rows,
                new Approval.Approver(name, role),
                date == null ? LocalDate.now(zone.zone()) : date,
                comment,
                Instant.now());
    console.out().println(Printable.text(protocol + ": " + approval.code()));
    if (!approval.complete()) {
      console.out().println("still a draft: " + String.join(", ", approval.drafts()));
    }
    return Console.EVALUATED;
  }
}
