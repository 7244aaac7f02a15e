package org.denba.engine.impact;

import java.util.Map;

/**
 * A part of the space of inputs that has another outcome.
 *
 * @param from the outcome before: a row with colour and urgency, {@code open} or {@code none}; of a
 *     derived sign {@code yes}, {@code no} or {@code unknown}
 * @param to the outcome now
 * @param combinations how many combinations of inputs
 * @param example one of them: inputs and their values
 * @param lessUrgent whether the new outcome is less urgent, or rules out what was open
 */
public record SpaceMove(
    String from, String to, long combinations, Map<String, String> example, boolean lessUrgent) {}
