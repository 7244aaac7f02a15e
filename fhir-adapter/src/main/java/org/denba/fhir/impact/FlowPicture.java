package org.denba.fhir.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.denba.engine.impact.UrgencyFlow;

/**
 * The flows between urgencies as bands whose widths go by the number of patients, with the place of
 * everything worked out. Those who stay are drawn faint.
 *
 * @param height of the picture
 * @param bars the urgencies on both sides
 * @param bands the flows
 */
public record FlowPicture(int height, List<Bar> bars, List<Band> bands) {

  private static final double SPACE = 320;
  private static final double GAP = 34;
  private static final double THINNEST = 3;
  private static final int LEFT = 250;
  private static final int RIGHT = 550;
  private static final int BAR = 16;

  /**
   * An urgency on one side.
   *
   * @param css class of its colour
   * @param text its name and the number of patients
   * @param left whether it is on the left side
   */
  public record Bar(
      int x, String y, String height, String css, String text, String textY, boolean left) {}

  /**
   * A flow.
   *
   * @param path the outline
   * @param css class of the colour that it comes from, and {@code stays}
   * @param text from, to and how many
   */
  public record Band(String path, String css, String text) {}

  private static final class Side {
    private final Map<Integer, Double> top = new TreeMap<>();
    private double end;
  }

  /** Draws the flows. */
  public static FlowPicture of(List<UrgencyFlow> flows, ImpactWords words) {
    double all = Math.max(1, flows.stream().mapToLong(UrgencyFlow::count).sum());
    List<Bar> bars = new ArrayList<>();
    Side left = side(flows, all, true, words, bars);
    Side right = side(flows, all, false, words, bars);
    List<Band> bands = new ArrayList<>();
    for (UrgencyFlow flow :
        flows.stream()
            .sorted(
                Comparator.comparingInt((UrgencyFlow f) -> UrgencyFlow.rank(f.from()))
                    .thenComparingInt(f -> UrgencyFlow.rank(f.to())))
            .toList()) {
      double width = width(flow, all);
      double from = left.top.merge(UrgencyFlow.rank(flow.from()), width, Double::sum) - width;
      double to = right.top.merge(UrgencyFlow.rank(flow.to()), width, Double::sum) - width;
      bands.add(
          new Band(
              path(from, to, width),
              css(flow.from()) + (flow.stays() ? " stays" : ""),
              words.get(
                  "flow", words.urgency(flow.from()), words.urgency(flow.to()), flow.count())));
    }
    return new FlowPicture((int) Math.ceil(Math.max(left.end, right.end)), bars, bands);
  }

  private static Side side(
      List<UrgencyFlow> flows, double all, boolean left, ImpactWords words, List<Bar> bars) {
    Map<Integer, List<UrgencyFlow>> byRank = new TreeMap<>();
    for (UrgencyFlow flow : flows) {
      byRank
          .computeIfAbsent(UrgencyFlow.rank(left ? flow.from() : flow.to()), r -> new ArrayList<>())
          .add(flow);
    }
    Side side = new Side();
    double y = 10;
    for (Map.Entry<Integer, List<UrgencyFlow>> each : byRank.entrySet()) {
      String code = left ? each.getValue().get(0).from() : each.getValue().get(0).to();
      double height = each.getValue().stream().mapToDouble(flow -> width(flow, all)).sum();
      long count = each.getValue().stream().mapToLong(UrgencyFlow::count).sum();
      side.top.put(each.getKey(), y);
      bars.add(
          new Bar(
              left ? LEFT - BAR : RIGHT,
              at(y),
              at(height),
              css(code),
              words.urgency(code) + ": " + words.get("{0}", count),
              at(y + height / 2 + 5),
              left));
      y += height + GAP;
    }
    side.end = y;
    return side;
  }

  private static double width(UrgencyFlow flow, double all) {
    return Math.max(THINNEST, SPACE * flow.count() / all);
  }

  private static String path(double from, double to, double width) {
    int middle = (LEFT + RIGHT) / 2;
    return String.format(
        Locale.ROOT,
        "M%d %.1f C%d %.1f %d %.1f %d %.1f V%.1f C%d %.1f %d %.1f %d %.1f Z",
        LEFT,
        from,
        middle,
        from,
        middle,
        to,
        RIGHT,
        to,
        to + width,
        middle,
        to + width,
        middle,
        from + width,
        LEFT,
        from + width);
  }

  private static String css(String code) {
    return switch (code) {
      case "refer-urgent" -> "pink";
      case "refer-nonurgent", "treat-here" -> "yellow";
      case "home-care" -> "green";
      default -> "grey";
    };
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
