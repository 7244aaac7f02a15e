package org.denba.engine.triage;

/**
 * One reason why a request cannot be evaluated.
 *
 * @param path where, as a path into the request ({@code findings.temprature})
 * @param code a stable code ({@code unknown-finding})
 * @param message what is wrong and what to do
 */
public record RequestError(String path, String code, String message) {}
