package org.denba.fhir.activation;

import java.nio.file.Path;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.protocols.LoadedRules;

/** A set of rules on its way to become the active one. Used by one thread. */
final class Candidate {

  private final ActivationRequest request;
  private final EngineOptions options;
  private final LoadedRules running;
  private Path staged;
  private String digest;
  private Version known;
  private TriageEngine engine;
  private ImpactOfChange impact;

  /**
   * @param running the rules that answer now, or null where there are none
   */
  Candidate(ActivationRequest request, EngineOptions options, LoadedRules running) {
    this.request = request;
    this.options = options;
    this.running = running;
  }

  ActivationRequest request() {
    return request;
  }

  /** What the operator of this site decides. */
  EngineOptions options() {
    return options;
  }

  /** The rules that answer while this one is looked at, or null. */
  LoadedRules running() {
    return running;
  }

  /** Where its files were copied to. */
  void copied(Path folder, String digestOfFiles, Version sameFiles) {
    this.staged = folder;
    this.digest = digestOfFiles;
    this.known = sameFiles;
  }

  /** The folder of the copied files, or null before they were copied. */
  Path staged() {
    return staged;
  }

  String digest() {
    return digest;
  }

  /** The version with the same files that was active before, or null. */
  Version known() {
    return known;
  }

  void loaded(TriageEngine loaded) {
    this.engine = loaded;
  }

  TriageEngine engine() {
    return engine;
  }

  void compared(ImpactOfChange found) {
    this.impact = found;
  }

  /** What becomes of patients, or null where nothing was compared. */
  ImpactOfChange impact() {
    return impact;
  }
}
