package org.denba.fhir.triage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.denba.engine.impact.CohortLine;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.fhir.json.StrictJson;
import org.denba.fhir.problem.Failures;

/**
 * The patients of a file with one triage request a line, as {@code POST /triage/batch} takes them.
 * A line that cannot be read says why and stops nothing. No id is kept: a patient is known by the
 * number of the line only. One thread.
 */
public final class CohortFile implements Iterator<CohortLine>, Closeable {

  private static final int LONGEST_LINE = 1 << 20;

  private final InputStream in;
  private final NdjsonLines lines;
  private final List<TriageRequestReader> readers;
  private final String language;
  private final StrictJson json = new StrictJson();
  private Optional<NdjsonLines.Line> next;

  /**
   * @param readers the first that understands a line reads it: two versions of the rules may know
   *     different findings
   * @param language the language of the answers
   * @throws IOException when the file cannot be opened
   */
  public CohortFile(Path file, List<TriageRequestReader> readers, String language)
      throws IOException {
    this.in = Files.newInputStream(file);
    this.lines = new NdjsonLines(in, LONGEST_LINE);
    this.readers = List.copyOf(readers);
    this.language = language;
    advance();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public CohortLine next() {
    NdjsonLines.Line line = next.orElseThrow(NoSuchElementException::new);
    advance();
    if (line.tooLong()) {
      return new CohortLine.Unreadable(
          line.number(), "is longer than " + LONGEST_LINE + " bytes: one request a line");
    }
    String problem = "";
    for (TriageRequestReader reader : readers) {
      try {
        return new CohortLine.Patient(
            line.number(), nameless(reader.read(json.parse(line.bytes()), language)));
      } catch (InvalidRequestException e) {
        problem = problem.isEmpty() ? withoutValues(e) : problem;
      } catch (RuntimeException | StackOverflowError e) {
        // one bad line is told in its place; the others are read all the same
        problem = problem.isEmpty() ? Failures.problem(e).detail() : problem;
      }
    }
    return new CohortLine.Unreadable(line.number(), problem);
  }

  /** Where and in what way, but not the value: it may be a name. */
  private static String withoutValues(InvalidRequestException e) {
    return String.join(
        ", ", e.errors().stream().map(error -> error.path() + " (" + error.code() + ")").toList());
  }

  private void advance() {
    try {
      do {
        next = lines.next();
      } while (next.isPresent() && next.get().isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException("the cohort cannot be read to its end", e);
    }
  }

  private static TriageRequest nameless(TriageRequest read) {
    Patient patient = read.patient();
    return new TriageRequest(
        null,
        read.protocol(),
        read.setting(),
        read.date(),
        read.language(),
        read.visit(),
        read.earlier(),
        patient.withoutId(),
        read.parameters(),
        read.findings(),
        read.notices(),
        read.companion() == null
            ? null
            : new TriageRequest.Companion(
                read.companion().patient().withoutId(),
                read.companion().findings(),
                read.companion().notices()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
