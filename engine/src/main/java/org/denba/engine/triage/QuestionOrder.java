package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.OpenRules.OpenRule;
import org.denba.engine.triage.OpenRules.Part;

/**
 * The order in which to ask what is open: greedy, the highest open urgency first. A line that is
 * still possible is ruled out as soon as one of its parts is; so the part is asked next that rules
 * out the most lines for the fewest questions, and a chart's entry comes before its signs. The
 * protocol's first chart (its danger signs) comes first: it can end the search at once.
 *
 * <p>The order supposes normal answers. Any other answer changes what is open, and the next answer
 * of the engine has a new order.
 */
final class QuestionOrder {

  /** A line of an open row. */
  private record OpenLine(Urgency urgency, boolean firstChart, OpenRule rule) {}

  private final Outcome outcome;
  private final OpenRules rules;
  private final QuestionAsking asking;
  private final String firstChart;
  private final List<OpenLine> lines = new ArrayList<>();

  /**
   * @param rank the place of each element in the order in which the charts first look at it: breaks
   *     ties
   */
  QuestionOrder(Outcome outcome, MissingLeaves leaves, int[] rank) {
    Protocol protocol = outcome.encounter().protocol();
    this.outcome = outcome;
    this.rules = new OpenRules(outcome, leaves, rank);
    this.asking = new QuestionAsking(rules, rank);
    this.firstChart = protocol.charts().get(0).id();
  }

  /** The elements to assess, in order; empty exactly when the outcome is complete. */
  List<Integer> order() {
    outcome.open().forEach(open -> addLines(open.row()));
    outcome.openGreen().forEach(open -> addLines(open.row()));
    lines.sort(Comparator.comparing(OpenLine::urgency).reversed());
    while (!lines.isEmpty()) {
      asking.ask(next());
      lines.removeIf(line -> rules.isRuledOut(line.rule()));
    }
    return asking.questions();
  }

  private void addLines(Row row) {
    for (Row.Line line : row.lines()) {
      if (outcome.isOpen(line.alternative())) {
        OpenRule rule = rules.rule(line.alternative());
        if (!rules.isRuledOut(rule)) {
          lines.add(new OpenLine(line.urgency(), row.chart().equals(firstChart), rule));
        }
      }
    }
  }

  private Part next() {
    for (OpenLine line : lines) {
      asking.resetCount(line.rule());
    }
    Urgency highest = lines.get(0).urgency();
    boolean firstChartOpen = false;
    for (OpenLine line : lines) {
      asking.count(line.rule());
      firstChartOpen |= line.urgency() == highest && line.firstChart();
    }
    Part best = null;
    for (OpenLine line : lines) {
      if (line.urgency() == highest && line.firstChart() == firstChartOpen) {
        best = asking.better(best, asking.bestPart(line.rule()));
      }
    }
    return best;
  }
}
