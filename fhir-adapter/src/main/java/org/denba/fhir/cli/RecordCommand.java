package org.denba.fhir.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.denba.engine.verification.CaseRecording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code record FILE}: keeps a visit as a case that names nobody. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Turn a real visit into a case: names, identifiers, texts and dates are left out, and what"
          + " the rules answer becomes what the case expects.",
      "Compare that with the clinical reference before you keep the case."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:recorded",
      "1:refused: the file cannot be read as a request, or not be evaluated",
      "2:the command line is wrong, a file is not there, or the case would overwrite one",
      "3:the rules cannot be loaded, or a fault of the program"
    })
final class RecordCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "a triage request (JSON), or a FHIR R4 Bundle or Parameters (JSON or XML); - for standard"
              + " input")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the case into this new file, not on the screen")
  private Path output;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "id of the case, once in its protocol; begin with the row that it is about")
  private String id;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "what the case is about, in a sentence that names nobody")
  private String title;

  @Mixin private VisitOptions visit;

  RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    InputFile input = InputFile.read(file, console.in(), this::usage);
    CaseRecording recorded =
        visit
            .oneTriage(null)
            .recorded(
                input, new Choices(null, visit.date(), visit.protocol(), Map.of()), id, title);
    if (output == null) {
      console.out().print(recorded.yaml());
    } else {
      write(recorded.yaml());
      console.out().println("recorded in " + Printable.text(output.toString()));
    }
    recorded.notes().forEach(note -> console.err().println(Printable.text(note)));
    return Console.EVALUATED;
  }

  private void write(String yaml) throws IOException {
    try {
      if (output.toAbsolutePath().getParent() != null) {
        Files.createDirectories(output.toAbsolutePath().getParent());
      }
      Files.writeString(output, yaml, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw usage(
          "'" + Printable.text(output.toString()) + "' is there already: name another file");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
