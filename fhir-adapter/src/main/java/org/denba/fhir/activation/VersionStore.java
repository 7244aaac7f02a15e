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
import org.denba.engine.approval.Approvals;
import org.denba.engine.approval.ApprovalsFile;
import org.denba.engine.approval.SafeFile;
import org.denba.engine.rules.RuleFileException;

/**
 * The folder of versions: one folder a version ({@code 0001/rules}, {@code 0001/version.yaml}),
 * {@code history.yaml} with every activation (the last one is active), and {@code approvals.yaml}.
 * A person can read all of it. Safe to share between threads.
 */
final class VersionStore {

  static final String HISTORY = "history.yaml";
  private static final String RULES = "rules";
  private static final String VERSION = "version.yaml";
  private static final String PASSED = "passed";

  private final Path root;
  private final boolean durable;

  /**
   * @param root the folder, made where it is not there
   * @param durable whether it outlives this process
   * @throws UncheckedIOException when the folder cannot be made or written
   */
  VersionStore(Path root, boolean durable) {
    this.root = root;
    this.durable = durable;
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException("denba.versions: cannot use the folder " + root, e);
    }
  }

  /** Whether what is activated survives a restart. */
  boolean durable() {
    return durable;
  }

  Path root() {
    return root;
  }

  /**
   * An empty folder for the files of a version to be. It is a version once it has its description;
   * until then nobody sees it.
   */
  synchronized Path stage() throws IOException {
    int number = numbers().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
    return Files.createDirectories(folder(number).resolve(RULES));
  }

  /** Throws away what was staged and did not become a version. */
  synchronized void discard(Path staged) {
    if (!Files.exists(staged.resolveSibling(VERSION))) {
      delete(staged.getParent());
    }
  }

  /** Throws away what an activation left that was cut short; only for the one that activates. */
  synchronized void clearUnfinished() {
    numbers().forEach(number -> discard(folder(number).resolve(RULES)));
  }

  /** Every version, the newest last. One that cannot be read is left out. */
  synchronized List<Version> versions() {
    List<Version> versions = new ArrayList<>();
    for (int number : numbers()) {
      read(number).ifPresent(versions::add);
    }
    return versions;
  }

  private List<Integer> numbers() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("\\d{4,9}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of versions cannot be listed", e);
    }
  }

  private Optional<Version> read(int number) {
    Path folder = folder(number);
    try {
      return Optional.of(
          VersionFiles.version(Files.readString(folder.resolve(VERSION)), folder.resolve(RULES)));
    } catch (IOException | RuleFileException e) {
      // told where the version is asked for; the others are there all the same
      return Optional.empty();
    }
  }

  /** The version of this number or digest. */
  synchronized Optional<Version> find(String numberOrDigest) {
    return versions().stream()
        .filter(
            version ->
                String.valueOf(version.number()).equals(numberOrDigest)
                    || version.digest().equals(numberOrDigest))
        .findFirst();
  }

  /**
   * Makes staged files a version.
   *
   * @throws IOException when the disk does not take it; there is then no new version
   */
  synchronized Version keep(Path staged, Version described) throws IOException {
    Version version =
        new Version(
            Integer.parseInt(staged.getParent().getFileName().toString()),
            described.digest(),
            described.overlay(),
            described.author(),
            described.time(),
            described.reason(),
            described.steps(),
            staged);
    SafeFile.write(staged.resolveSibling(VERSION), VersionFiles.text(version));
    return version;
  }

  /** Every activation, the oldest first; the last one is active. */
  synchronized List<Version.Activated> history() {
    Path file = root.resolve(HISTORY);
    try {
      return Files.exists(file) ? VersionFiles.history(Files.readString(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(HISTORY + " cannot be read", e);
    }
  }

  /**
   * Makes a version the active one: at once, or not at all.
   *
   * @throws IOException when it cannot be written; the one before is then active
   */
  synchronized void activated(Version.Activated entry) throws IOException {
    Path file = root.resolve(HISTORY);
    String before = Files.exists(file) ? Files.readString(file) : VersionFiles.HISTORY_HEAD;
    SafeFile.write(file, before + VersionFiles.text(entry));
  }

  synchronized Approvals approvals() {
    return approvalsFile().read();
  }

  ApprovalsFile approvalsFile() {
    return new ApprovalsFile(root);
  }

  /** What was found out of files with this digest before; only what passed is kept. */
  synchronized Optional<String> passed(String key) {
    Path file = root.resolve(PASSED).resolve(key);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      // not known: then it is found out again
      return Optional.empty();
    }
  }

  /** Remembers that something passed. */
  synchronized void pass(String key, String summary) {
    try {
      Files.createDirectories(root.resolve(PASSED));
      SafeFile.write(root.resolve(PASSED).resolve(key), summary + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("a result cannot be kept in the folder of versions", e);
    }
  }

  private Path folder(int number) {
    return root.resolve(String.format("%04d", number));
  }

  /** Deletes a folder and everything below it. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + folder, e);
    }
  }
}
