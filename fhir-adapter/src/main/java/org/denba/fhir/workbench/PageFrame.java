package org.denba.fhir.workbench;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param language language of the page
 * @param switches the same page in each language
 * @param loaded whether there are rules to show
 * @param approval what the rules say of their approval, as a sentence; null while none are loaded
 * @param draft whether a part of the rules still waits for a clinician's approval
 * @param overlay country overlay and its version, or null
 * @param protocols every protocol, for the foot of a page that is about none in particular
 */
public record PageFrame(
    String language,
    List<LanguageSwitch> switches,
    boolean loaded,
    String approval,
    boolean draft,
    String overlay,
    List<ProtocolLine> protocols) {

  /**
   * One language to choose.
   *
   * @param language its code
   * @param name its name in itself
   * @param address this page in that language
   * @param current whether it is the page's language
   */
  public record LanguageSwitch(String language, String name, String address, boolean current) {}

  /**
   * A protocol in one line.
   *
   * @param id its id
   * @param title its title in the page's language
   * @param version its version
   * @param digest digest of its files, {@code sha256:…}
   * @param approval {@code draft} until a clinician approved it
   */
  public record ProtocolLine(
      String id, String title, String version, String digest, String approval) {

    /** The first characters of the digest: enough to tell two versions apart by eye. */
    public String shortDigest() {
      return digest.length() > 19 ? digest.substring(0, 19) : digest;
    }
  }
}
