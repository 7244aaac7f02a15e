package org.denba.fhir.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.rules.RuleExport;
import org.denba.engine.rules.RuleFileException;
import org.denba.fhir.protocols.RulesSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export DIR}: writes the rules into a folder that an author edits. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write the rules into a folder, as files to edit.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written",
      "1:not written: the folder is not empty, or cannot be written",
      "2:the command line is wrong",
      "3:a fault of the program"
    })
final class ExportCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "csv|xlsx",
      defaultValue = "csv",
      description =
          "charts and other tables as CSV, or as XLSX workbooks with colours (default:"
              + " ${DEFAULT-VALUE})")
  private String format;

  @Option(
      names = "--force",
      description =
          "write also where the folder is not empty; what stood in it is moved to DIR-before")
  private boolean force;

  @Mixin private RulesOption rules;

  @Option(
      names = "--overlay",
      paramLabel = "ID",
      description = "of the country overlays write only this one, such as mali (default: all)")
  private String overlay;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RuleExport.Format wanted = format();
    RulesSource source = rules.source();
    try {
      if (overlay != null) {
        OverlayFiles.over(source.files(), overlay);
      }
      tell(new RuleExport(source.files(), this::isWanted, wanted).to(folder, force));
      return Console.EVALUATED;
    } catch (RuleFileException e) {
      console.err().println(Printable.text(e.getMessage()));
      return Console.REFUSED;
    }
  }

  private boolean isWanted(String path) {
    return overlay == null
        || !path.startsWith(OverlayFiles.FOLDER)
        || path.startsWith(OverlayFiles.FOLDER + overlay + "/")
        || path.indexOf('/', OverlayFiles.FOLDER.length()) < 0;
  }

  private RuleExport.Format format() {
    for (RuleExport.Format each : RuleExport.Format.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(format.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "--format: '" + Printable.text(format) + "' is no format: write csv or xlsx");
  }

  private void tell(RuleExport.Written written) {
    String place = Printable.text(written.folder().toString());
    String tables = written.workbooks() == 0 ? "" : ", " + written.workbooks() + " as workbooks";
    console.out().println("wrote " + written.files() + " files to " + place + tables);
    written
        .keptAsCsv()
        .forEach(reason -> console.out().println("  left as CSV: " + Printable.text(reason)));
    if (written.before() != null) {
      console
          .out()
          .println("what stood there is now in " + Printable.text(written.before().toString()));
    }
    console.out().println();
    console.out().println("Next:");
    console.out().println("  edit the files: one folder a protocol, one table a chart");
    console.out().println("  look for mistakes:      check " + place);
    console.out().println("  start the service:      serve --denba.rules=" + place);
  }
}
