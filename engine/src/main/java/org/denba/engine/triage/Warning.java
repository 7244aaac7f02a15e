package org.denba.engine.triage;

/**
 * Something the caller should know about how its request was read; it never makes an answer
 * greener.
 *
 * @param code a stable code ({@code out-of-range})
 * @param path what it is about, as a path into the request ({@code findings.spo2}), or null
 * @param message one sentence in the answer's language
 */
public record Warning(String code, String path, String message) {}
