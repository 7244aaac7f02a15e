package org.denba.engine.impact;

/**
 * One way in which one answer is another one.
 *
 * @param kind how dangerous that is
 * @param protocol the protocol that answered before (after, where none did)
 * @param subject the row, recommendation, question or code that it is about; empty for the whole
 *     answer
 * @param label its name in the language of the answer, or empty
 * @param from what it was: a code, an urgency, or a dose
 * @param to what it is
 */
public record Move(
    MoveKind kind, String protocol, String subject, String label, String from, String to) {}
