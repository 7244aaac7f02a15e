package org.denba.fhir.guidance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;

/**
 * Names the entries of one answer. The names are made from the request's bytes and the answer's, so
 * that the same request gives the same answer to the last byte, and two answers never share a name.
 */
final class EntryNames {

  private final byte[] seed;

  EntryNames(byte[] request, byte[] answer) {
    MessageDigest digest = sha256();
    digest.update(request);
    this.seed = digest.digest(answer);
  }

  private EntryNames(byte[] seed) {
    this.seed = seed;
  }

  /** Names for the answer about the second patient. */
  EntryNames ofCompanion() {
    MessageDigest digest = sha256();
    digest.update(seed);
    return new EntryNames(digest.digest("companion".getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * @param kind kind of entry, such as {@code condition}
   * @param number its number among those of its kind
   * @return {@code urn:uuid:…}
   */
  String of(String kind, int number) {
    ByteBuffer name = ByteBuffer.allocate(seed.length + kind.length() + Integer.BYTES);
    name.put(seed).put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(number);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.array());
  }

  Reference reference(String kind, int number) {
    return new Reference(of(kind, number));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
