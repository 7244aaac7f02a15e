/**
 * Clinical cases: patients with the answer that the clinical reference wants, written by clinicians
 * beside the rules ({@code <protocol>/cases/}, YAML or tables) and run against the engine.
 */
package org.denba.engine.verification;
