package org.denba.fhir.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.denba.engine.rules.FolderRuleFiles;
import org.denba.engine.text.AddedLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code add-language DIR CODE}: makes every file and column that a translator fills in. */
@Command(
    name = "add-language",
    mixinStandardHelpOptions = true,
    description = {
      "Add a language to a folder of rules.",
      "Every text gets a place in the new language, filled with the words of another one until a"
          + " translator has been there."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:added",
      "2:the command line is wrong, or the folder is not there",
      "3:the rules cannot be read, or have this language already"
    })
final class AddLanguageCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "folder of rule files, see export")
  private Path folder;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "the new language, two or three small letters: bm")
  private String language;

  @Option(
      names = "--from",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "the language whose words stand in (default: ${DEFAULT-VALUE})")
  private String from;

  AddLanguageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no folder '" + Printable.text(folder.toString()) + "': export one first");
    }
    AddedLanguage added = AddedLanguage.to(new FolderRuleFiles(folder), language, from);
    for (var file : new TreeMap<>(added.files()).entrySet()) {
      Path path = folder.resolve(file.getKey());
      boolean isNew = !Files.exists(path);
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      console.out().println((isNew ? "new      " : "changed  ") + file.getKey());
    }
    console
        .out()
        .println(
            added.texts()
                + " texts to translate into '"
                + language
                + "'; until then they are those of '"
                + from
                + "'.");
    return Console.EVALUATED;
  }
}
