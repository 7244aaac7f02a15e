package org.denba.fhir.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.json.AnswerJson;
import org.denba.fhir.protocols.LanguageTag;
import org.denba.fhir.protocols.ParameterText;
import org.denba.fhir.triage.TriageResultWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code triage FILE}: answers one encounter on the console, without starting the service. */
@Command(
    name = "triage",
    mixinStandardHelpOptions = true,
    description = "Triage one encounter and print the answer.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:evaluated",
      "1:refused: the file cannot be read as a request, or not be evaluated",
      "2:the command line is wrong, or the file is not there",
      "3:the rules cannot be loaded, or a fault of the program"
    })
final class TriageCommand implements Callable<Integer> {

  private static final String NO_COLOR = "NO_COLOR";

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "a triage request (JSON), or a FHIR R4 Bundle or Parameters (JSON or XML); - for standard"
              + " input")
  private String file;

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  @Option(names = "--language", paramLabel = "CODE", description = "language of the answer: en, fr")
  private String language;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "a named parameter of the rules; can be given several times")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--district",
      paramLabel = "ID",
      description = "health district of this site, by the overlay's table")
  private String district;

  @Mixin private VisitOptions visit;

  @Option(names = "--no-color", description = "print without colours (also when NO_COLOR is set)")
  private boolean noColor;

  TriageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    InputFile input = InputFile.read(file, console.in(), this::usage);
    Choices choices = new Choices(language(), visit.date(), visit.protocol(), typed());
    TriageResult result = visit.oneTriage(district).answer(input, choices);
    if (json) {
      byte[] answer = new TriageResultWriter(new AnswerJson()).write(result);
      console.out().println(new String(answer, StandardCharsets.UTF_8));
    } else {
      console
          .out()
          .print(new AnswerText(new Paint(colours()), Labels.of(result.language())).of(result));
    }
    return Console.EVALUATED;
  }

  private boolean colours() {
    return console.terminal()
        && !noColor
        && console.environment().getOrDefault(NO_COLOR, "").isEmpty();
  }

  private String language() {
    if (language == null) {
      return null;
    }
    return LanguageTag.language(language)
        .orElseThrow(
            () -> usage("--language: '" + Printable.text(language) + "' is no language, try fr"));
  }

  private Map<String, Object> typed() {
    Map<String, Object> typed = new LinkedHashMap<>();
    parameters.forEach((name, value) -> typed.put(name, ParameterText.value(value)));
    return typed;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
