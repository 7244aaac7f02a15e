package org.denba.fhir.live;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The file of a decision log and the older ones beside it ({@code decisions.ndjson.2026-11-29.1}):
 * a new file is begun every day and when one is large; files of more than 60 days ago, and the
 * oldest ones beyond the size allowed, are removed. Not thread-safe.
 */
final class LogFiles {

  private static final int FILES = 16;

  private final Path file;
  private final ZoneId zone;
  private final long mostBytes;

  private OutputStream out;
  private LocalDate day;
  private long written;

  /**
   * @param mostBytes what all files together may take
   */
  LogFiles(Path file, ZoneId zone, long mostBytes) {
    this.file = file.toAbsolutePath();
    this.zone = zone;
    this.mostBytes = mostBytes;
  }

  /** An older file: of which day, and the how manieth of that day. */
  private record Older(Path path, LocalDate day, int number) {}

  /**
   * The files with the bytes that they hold now, the oldest first.
   *
   * @throws IOException when the folder cannot be read
   */
  List<Part> parts() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Older older : older()) {
      parts.add(new Part(older.path(), Files.size(older.path())));
    }
    if (Files.isRegularFile(file)) {
      parts.add(new Part(file, Files.size(file)));
    }
    return parts;
  }

  /** A file and how much of it was there. */
  record Part(Path path, long bytes) {}

  /**
   * Appends a line, to a new file where it is time for one.
   *
   * @throws IOException when it cannot be written; the next call opens the file anew
   */
  void append(byte[] line, LocalDate today) throws IOException {
    append(line, today, true);
  }

  /**
   * Appends a line.
   *
   * @param renew whether a new file may be begun: not while somebody reads the files by their names
   * @throws IOException when it cannot be written; the next call opens the file anew
   */
  void append(byte[] line, LocalDate today, boolean renew) throws IOException {
    try {
      appendTo(today, line, renew);
    } catch (IOException e) {
      abandon(e);
      throw e;
    }
  }

  private void appendTo(LocalDate today, byte[] line, boolean renew) throws IOException {
    if (out == null) {
      open(today);
    }
    if (renew && (!today.equals(day) || written > 0 && written + line.length > mostBytes / FILES)) {
      close();
      rotate();
      open(today);
    }
    out.write(line);
    written += line.length;
  }

  void close() throws IOException {
    OutputStream open = out;
    out = null;
    if (open != null) {
      open.close();
    }
  }

  private void abandon(IOException why) {
    try {
      close();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private void open(LocalDate today) throws IOException {
    Files.createDirectories(file.getParent());
    written = Files.isRegularFile(file) ? Files.size(file) : 0;
    day = written == 0 ? today : lastDay();
    boolean torn = written > 0 && isTorn();
    // Every line is written at once, in one piece: what was added is never half in memory.
    out = new FileOutputStream(file.toFile(), true);
    if (torn) {
      out.write('\n');
      written++;
    }
    removeOld(today);
  }

  private LocalDate lastDay() throws IOException {
    return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone);
  }

  /** Whether the last line has no end: the service was killed, or the disk was full. */
  private boolean isTorn() throws IOException {
    try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "r")) {
      read.seek(written - 1);
      return read.read() != '\n';
    }
  }

  private void rotate() throws IOException {
    LocalDate of = day;
    int number =
        older().stream().filter(o -> o.day().equals(of)).mapToInt(Older::number).max().orElse(0);
    Files.move(file, file.resolveSibling(file.getFileName() + "." + of + "." + (number + 1)));
  }

  private void removeOld(LocalDate today) throws IOException {
    List<Older> older = older();
    long bytes = mostBytes / FILES;
    for (int i = older.size() - 1; i >= 0; i--) {
      Older each = older.get(i);
      bytes += Files.size(each.path());
      if (bytes > mostBytes || each.day().isBefore(today.minusDays(LiveCounts.DAYS))) {
        Files.delete(each.path());
      }
    }
  }

  private List<Older> older() throws IOException {
    List<Older> older = new ArrayList<>();
    if (!Files.isDirectory(file.getParent())) {
      return older;
    }
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            file.getParent(), path -> path.getFileName().toString().startsWith(start()))) {
      for (Path path : all) {
        older(path).ifPresent(older::add);
      }
    }
    older.sort(Comparator.comparing(Older::day).thenComparing(Older::number));
    return older;
  }

  private String start() {
    return file.getFileName() + ".";
  }

  private Optional<Older> older(Path path) {
    String[] end = path.getFileName().toString().substring(start().length()).split("\\.");
    if (end.length != 2 || !end[1].matches("\\d{1,6}") || !Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Older(path, LocalDate.parse(end[0]), Integer.parseInt(end[1])));
    } catch (DateTimeParseException e) {
      // Somebody else's file that begins alike: it is left alone.
      return Optional.empty();
    }
  }
}
