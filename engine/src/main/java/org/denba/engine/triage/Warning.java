package org.denba.engine.triage;

/**
 * Something the caller should know about how its request was read; it never makes an answer
 * greener.
 *
 * @param code a stable code ({@code out-of-range})
 * @param path what it is about, as a path into the request ({@code findings.spo2}), or null
 * @param message one sentence in the answer's language
 */
public record Warning(String code, String path, String message) {

  /** The same for the second patient of a request, whose paths start with {@code companion.}. */
  Warning below(String start) {
    boolean placed = start.isEmpty() || path == null || path.startsWith(start);
    return placed ? this : new Warning(code, start + path, message);
  }
}
