package org.denba.fhir.activation;

import java.nio.file.Path;

/**
 * Where an author edits.
 *
 * @param folder the folder, or null where only the built-in rules can be activated
 */
record RulesFolder(Path folder) {}
