package org.denba.fhir.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.approval.SafeFile;
import org.denba.engine.rules.RuleFileException;

/**
 * The proposed changes in the folder of versions, one folder each: {@code changes/0001/rules} and
 * {@code changes/0001/change.yaml}. Nothing is ever deleted here. Safe to share between threads.
 */
final class ChangesOnDisk {

  private static final String FOLDER = "changes";
  private static final String RULES = "rules";
  private static final String CHANGE = "change.yaml";

  private final Path root;

  /**
   * @param versions the folder of versions
   */
  ChangesOnDisk(Path versions) {
    this.root = versions.resolve(FOLDER);
  }

  /**
   * Keeps a change with a copy of its files.
   *
   * @param files the folder of its files
   * @return the change with its number
   * @throws IOException when the disk does not take it; there is then no change
   */
  synchronized ProposedChange keep(Path files, ProposedChange change) throws IOException {
    int number = numbers().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
    ProposedChange numbered =
        new ProposedChange(
            String.format("%04d", number),
            change.digest(),
            change.overlay(),
            change.author(),
            change.reason(),
            change.time(),
            change.base(),
            change.steps(),
            change.decision());
    Path rules = Files.createDirectories(files(numbered));
    Snapshot.copy(files, rules);
    write(numbered);
    return numbered;
  }

  /**
   * Writes down what was decided about a change.
   *
   * @throws IOException when the disk does not take it; nothing is decided then
   */
  synchronized void write(ProposedChange change) throws IOException {
    SafeFile.write(files(change).resolveSibling(CHANGE), ChangeFiles.text(change));
  }

  /** Where the files of a change are. */
  Path files(ProposedChange change) {
    return root.resolve(change.id()).resolve(RULES);
  }

  /** Every change, the newest first. One that cannot be read is left out. */
  synchronized List<ProposedChange> all() {
    List<ProposedChange> all = new ArrayList<>();
    for (int number : numbers()) {
      read(String.format("%04d", number)).ifPresent(change -> all.add(0, change));
    }
    return all;
  }

  private Optional<ProposedChange> read(String id) {
    Path file = root.resolve(id).resolve(CHANGE);
    try {
      return Files.exists(file)
          ? Optional.of(ChangeFiles.change(id, Files.readString(file)))
          : Optional.empty();
    } catch (IOException | RuleFileException e) {
      // the others are there all the same; its files stay for whoever looks into the folder
      return Optional.empty();
    }
  }

  private List<Integer> numbers() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("\\d{4,9}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the proposed changes cannot be listed", e);
    }
  }
}
