package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.denba.engine.mutation.MutationRecord;
import org.denba.engine.rules.FolderRuleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mutate} judges the files that were edited, names what no case notices, and records it. */
class MutateCommandTest {

  private static final String TABLE = "doses/TX-BPG.csv";
  private static final String CASES = "doses/cases/young-infants-and-women.csv";

  @TempDir private Path above;

  private Path folder;
  private final Typed typed = new Typed();

  @BeforeEach
  void copyTheRules() throws IOException {
    folder = CopiedRules.in(above.resolve("rules"));
  }

  @Test
  @DisplayName("an edited table is judged again; what survives is printed, shown and recorded")
  void anEditedFileIsJudgedAgain() throws IOException {
    edit(TABLE, "DT21", "DT 21");
    edit(CASES, "(?m)^TX-BPG,.*\\n", "");
    Path page = above.resolve("out/mutation.html");

    assertThat(
            mutate(
                folder.toString(),
                "--changed",
                "--protocol",
                "doses",
                "--record",
                "--fail-on-survivors",
                "--format",
                "json",
                "--html",
                page.toString()))
        .as(typed.err())
        .isEqualTo(1);

    JsonNode protocols = JsonMapper.builder().build().readTree(typed.out()).path("protocols");
    assertThat(protocols.size()).isEqualTo(1);
    JsonNode doses = protocols.path(0);
    assertThat(doses.path("protocol").asString()).isEqualTo("doses");
    assertThat(doses.at("/survivors/0/file").asString()).isEqualTo(TABLE);
    assertThat(doses.at("/survivors/0/case").asString()).contains("TX-BPG,benzathine-penicillin");
    assertThat(Files.readString(page)).contains("Not noticed").contains(TABLE);
    MutationRecord.Part recorded =
        MutationRecord.read(new FolderRuleFiles(folder)).of("doses", "TX-BPG").orElseThrow();
    assertThat(recorded.survivors()).isNotEmpty();
    assertThat(recorded.survivors().get(0).by()).contains("TX-BPG,benzathine-penicillin");
  }

  @Test
  void whatIsWrongOnTheCommandLineIsTold() {
    assertThat(mutate("--protocol", "imci-chlid")).isEqualTo(2);
    assertThat(typed.err())
        .contains("--protocol: there is no 'imci-chlid'; there are imci-child, ");
    assertThat(mutate("--record")).isEqualTo(2);
    assertThat(typed.err()).contains("--record: name the FOLDER");
  }

  private void edit(String path, String piece, String by) throws IOException {
    Path file = folder.resolve(path);
    String text = Files.readString(file);
    String edited = text.replaceAll(piece, by);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }

  private int mutate(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "mutate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return typed.run(all);
  }
}
