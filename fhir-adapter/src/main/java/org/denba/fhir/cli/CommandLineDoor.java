package org.denba.fhir.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line: the same jar that runs the service also answers one file and ends. */
public final class CommandLineDoor {

  private static final String SERVE = "serve";
  private static final String LOGGING = "logback.configurationFile";
  private static final String LOGGING_FILE = "org/denba/fhir/cli/logback-cli.xml";

  private CommandLineDoor() {}

  /**
   * Whether these arguments start the service: none, {@code serve}, or settings of it ({@code
   * --server.port=8081}).
   */
  public static boolean isForService(String... arguments) {
    return arguments.length == 0
        || arguments[0].equals(SERVE) && !asksForHelp(arguments)
        || arguments[0].startsWith("--") && arguments[0].contains("=");
  }

  /** Runs a command on the console and answers its exit code. */
  public static int run(String... arguments) {
    System.setProperty(LOGGING, LOGGING_FILE);
    Console console = Console.ofProcess();
    return run(console, arguments);
  }

  static int run(Console console, String... arguments) {
    CommandLine commands =
        new CommandLine(new DenbaCommand())
            .addSubcommand(SERVE, new ServeCommand())
            .addSubcommand("triage", new TriageCommand(console))
            .addSubcommand("export", new ExportCommand(console))
            .addSubcommand("check", new CheckCommand(console))
            .addSubcommand("verify", new VerifyCommand(console))
            .addSubcommand("mutate", new MutateCommand(console))
            .addSubcommand("diff", new DiffCommand(console))
            .addSubcommand("versions", new VersionsCommand(console))
            .addSubcommand("rollback", new RollbackCommand(console))
            .addSubcommand("approve", new ApproveCommand(console))
            .addSubcommand("add-language", new AddLanguageCommand(console));
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    commands.setOut(out).setErr(err);
    // a command with few words for an option takes them as the help shows them
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commands.setExecutionExceptionHandler((failure, command, result) -> console.failed(failure));
    int exitCode = commands.execute(arguments);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static boolean asksForHelp(String... arguments) {
    for (String argument : arguments) {
      if (argument.equals("--help") || argument.equals("-h")) {
        return true;
      }
    }
    return false;
  }
}
