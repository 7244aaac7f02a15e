package org.denba.fhir.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.denba.engine.protocol.Urgency;

/**
 * Answers over time as bars, to be drawn in a box that is 10 wide for each bar and 100 high.
 *
 * @param highest answers of the highest bar
 * @param bars the bars from left to right
 */
record Plot(long highest, List<Bar> bars) {

  private static final int STEP = 10;
  private static final double HEIGHT = 100;
  private static final String FEW = "few";

  /**
   * One bar.
   *
   * @param x its left edge
   * @param label its hour or day, for people
   * @param answers how many answers it stands for
   * @param urgencies by urgency, or null where they are too few
   * @param segments its parts from the bottom up
   */
  record Bar(
      int x, String label, long answers, Map<String, Long> urgencies, List<Segment> segments) {}

  /**
   * A part of a bar.
   *
   * @param colour {@code pink}, {@code yellow}, {@code green}, {@code open}, or {@code few} where
   *     the colours are not told
   * @param y its upper edge
   * @param height its height
   */
  record Segment(String colour, double y, double height) {}

  /**
   * @param label an hour or day as people write it
   */
  static Plot of(List<LiveReport.Period> periods, UnaryOperator<String> label) {
    long highest = periods.stream().mapToLong(LiveReport.Period::answers).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (LiveReport.Period period : periods) {
      bars.add(
          new Bar(
              bars.size() * STEP,
              label.apply(period.start()),
              period.answers(),
              period.urgencies(),
              segments(period, highest)));
    }
    return new Plot(highest, bars);
  }

  /** Width of the box. */
  public int width() {
    return bars.size() * STEP;
  }

  private static List<Segment> segments(LiveReport.Period period, long highest) {
    List<Segment> segments = new ArrayList<>();
    double top = HEIGHT;
    for (Map.Entry<String, Long> part : parts(period).entrySet()) {
      if (part.getValue() > 0) {
        double height = HEIGHT * part.getValue() / highest;
        top -= height;
        segments.add(new Segment(part.getKey(), tenths(top), tenths(height)));
      }
    }
    return segments;
  }

  private static Map<String, Long> parts(LiveReport.Period period) {
    Map<String, Long> parts = new LinkedHashMap<>();
    if (period.urgencies() == null) {
      parts.put(FEW, period.answers());
      return parts;
    }
    for (Urgency urgency : Urgency.values()) {
      // the most urgent stands at the bottom, where bars can be compared
      Urgency next = Urgency.values()[Urgency.values().length - 1 - urgency.ordinal()];
      parts.merge(colour(next), period.urgencies().getOrDefault(next.code(), 0L), Long::sum);
    }
    return parts;
  }

  private static String colour(Urgency urgency) {
    return switch (urgency) {
      case REFER_URGENT -> "pink";
      case REFER_NONURGENT, TREAT_HERE -> "yellow";
      case HOME_CARE -> "green";
      case UNDETERMINED -> "open";
    };
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
