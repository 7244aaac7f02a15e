package org.denba.engine.impact;

import java.util.List;

/**
 * A case that the new rules answer otherwise, or whose expectation no longer holds.
 *
 * @param protocol the protocol whose case it is
 * @param file the case file
 * @param id the case's id
 * @param title its title
 * @param moves how the answer differs, the most dangerous first
 * @param passedBefore whether the old rules answer as the case expects
 * @param passes whether the new rules do
 * @param failures what is not as expected now
 */
public record ChangedCase(
    String protocol,
    String file,
    String id,
    String title,
    List<Move> moves,
    boolean passedBefore,
    boolean passes,
    List<String> failures) {

  /** The most dangerous way in which the answer differs; words where it does not. */
  public MoveKind worst() {
    return moves.isEmpty() ? MoveKind.TEXT : moves.get(0).kind();
  }
}
