package org.denba.fhir.triage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a stream of any length, one after the other; of an overlong line only its number is
 * kept. Not thread-safe.
 */
public final class NdjsonLines {

  private static final int BUFFER = 16 * 1024;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long number;
  private boolean ended;

  /**
   * @param number its place in the stream, the first line being 1; blank lines count
   * @param bytes what it holds, without the line end; empty when it is too long
   * @param tooLong longer than may be sent
   */
  public record Line(long number, byte[] bytes, boolean tooLong) {

    /** Holds nothing but white space. */
    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /**
   * @param longest bytes of the longest line that is kept
   */
  public NdjsonLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line, or empty at the end of the stream. */
  public Optional<Line> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    boolean tooLong = false;
    while (from < to || fill()) {
      int end = lineEnd();
      if (!tooLong && line.size() + (end - from) <= longest) {
        line.write(buffer, from, end - from);
      } else {
        tooLong = true;
      }
      from = end + 1;
      if (end < to) {
        return Optional.of(line(line, tooLong));
      }
    }
    ended = true;
    return line.size() == 0 && !tooLong ? Optional.empty() : Optional.of(line(line, tooLong));
  }

  /**
   * Whether the next line would have to be waited for: the client may be waiting for an answer
   * first.
   */
  boolean mustWait() throws IOException {
    return !ended && from >= to && in.available() <= 0;
  }

  /** The number of the line that was read last. */
  long number() {
    return number;
  }

  private Line line(ByteArrayOutputStream line, boolean tooLong) {
    number++;
    return new Line(number, tooLong ? new byte[0] : line.toByteArray(), tooLong);
  }

  private int lineEnd() {
    int at = from;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }
}
