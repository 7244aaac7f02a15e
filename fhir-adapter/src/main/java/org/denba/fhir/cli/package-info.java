/** The command line: one encounter from a file, its answer on the console, an exit code. */
package org.denba.fhir.cli;
