package org.denba.fhir.activation;

import org.denba.fhir.protocols.LoadedRules;

/**
 * Two sets of rules side by side, to ask both about one patient.
 *
 * @param before the rules that are active, or were when the change was decided
 * @param after the rules of the change
 * @param beforeName what to call those before ({@code version 3}, {@code built-in})
 * @param afterName what to call those of the change ({@code change 0002})
 */
public record ComparedRules(
    LoadedRules before, LoadedRules after, String beforeName, String afterName) {}
