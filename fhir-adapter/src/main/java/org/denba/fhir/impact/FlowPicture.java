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
 * @param name {@code wide} or {@code narrow}
 * @param width of the picture
 * @param height of the picture
 * @param bars the urgencies on both sides
 * @param bands the flows
 */
public record FlowPicture(String name, int width, int height, List<Bar> bars, List<Band> bands) {

  private static final double THINNEST = 3;

  /**
   * An urgency on one side.
   *
   * @param css class of its colour
   * @param anchor where its words begin: {@code start} or {@code end}
   * @param lines its name and the number of patients
   */
  public record Bar(
      int x, String y, int width, String height, String css, String anchor, List<Line> lines) {}

  /** Words and their place. */
  public record Line(int x, String y, String text) {}

  /**
   * A flow.
   *
   * @param path the outline
   * @param css class of the colour that it comes from, and {@code stays}
   * @param text from, to and how many
   */
  public record Band(String path, String css, String text) {}

  /**
   * How a picture is laid out.
   *
   * @param left where bands leave
   * @param right where they arrive
   * @param space the height of all bands together
   * @param gap between two bars
   * @param above whether words stand above the bars, in lines of their own; else beside them
   */
  private record Layout(
      String name,
      int width,
      int left,
      int right,
      int bar,
      double space,
      double gap,
      boolean above) {}

  private static final Layout WIDE = new Layout("wide", 800, 250, 550, 16, 320, 34, false);

  /** On a phone: nothing beside the bars, so that words are as large as those around it. */
  private static final Layout NARROW = new Layout("narrow", 300, 12, 288, 12, 240, 46, true);

  private static final int LINE = 16;

  private static final class Side {
    private final Map<Integer, Double> top = new TreeMap<>();
    private double end;
  }

  /** Draws the flows for a desk. */
  public static FlowPicture of(List<UrgencyFlow> flows, ImpactWords words) {
    return of(flows, words, WIDE);
  }

  /** Draws the flows for a phone. */
  static FlowPicture narrow(List<UrgencyFlow> flows, ImpactWords words) {
    return of(flows, words, NARROW);
  }

  private static FlowPicture of(List<UrgencyFlow> flows, ImpactWords words, Layout layout) {
    double all = Math.max(1, flows.stream().mapToLong(UrgencyFlow::count).sum());
    List<Bar> bars = new ArrayList<>();
    Side left = side(flows, all, true, words, layout, bars);
    Side right = side(flows, all, false, words, layout, bars);
    List<Band> bands = new ArrayList<>();
    for (UrgencyFlow flow :
        flows.stream()
            .sorted(
                Comparator.comparingInt((UrgencyFlow f) -> UrgencyFlow.rank(f.from()))
                    .thenComparingInt(f -> UrgencyFlow.rank(f.to())))
            .toList()) {
      double width = width(flow, all, layout);
      double from = left.top.merge(UrgencyFlow.rank(flow.from()), width, Double::sum) - width;
      double to = right.top.merge(UrgencyFlow.rank(flow.to()), width, Double::sum) - width;
      bands.add(
          new Band(
              path(from, to, width, layout),
              css(flow.from()) + (flow.stays() ? " stays" : ""),
              words.get(
                  "flow", words.urgency(flow.from()), words.urgency(flow.to()), flow.count())));
    }
    int height = (int) Math.ceil(Math.max(left.end, right.end));
    return new FlowPicture(layout.name, layout.width, height, bars, bands);
  }

  private static Side side(
      List<UrgencyFlow> flows,
      double all,
      boolean left,
      ImpactWords words,
      Layout layout,
      List<Bar> bars) {
    Map<Integer, List<UrgencyFlow>> byRank = new TreeMap<>();
    for (UrgencyFlow flow : flows) {
      byRank
          .computeIfAbsent(UrgencyFlow.rank(left ? flow.from() : flow.to()), r -> new ArrayList<>())
          .add(flow);
    }
    Side side = new Side();
    double y = layout.above ? layout.gap : 10;
    for (Map.Entry<Integer, List<UrgencyFlow>> each : byRank.entrySet()) {
      String code = left ? each.getValue().get(0).from() : each.getValue().get(0).to();
      double height = each.getValue().stream().mapToDouble(flow -> width(flow, all, layout)).sum();
      long count = each.getValue().stream().mapToLong(UrgencyFlow::count).sum();
      side.top.put(each.getKey(), y);
      boolean end = left != layout.above;
      bars.add(
          new Bar(
              left ? layout.left - layout.bar : layout.right,
              at(y),
              layout.bar,
              at(height),
              css(code),
              end ? "end" : "start",
              lines(words, words.urgency(code), words.get("{0}", count), left, y, height, layout)));
      y += height + layout.gap;
    }
    side.end = y - (layout.above ? layout.gap - 4 : layout.gap - 10);
    return side;
  }

  private static List<Line> lines(
      ImpactWords words,
      String name,
      String count,
      boolean left,
      double y,
      double height,
      Layout layout) {
    if (!layout.above) {
      int x = left ? layout.left - layout.bar - 8 : layout.right + layout.bar + 8;
      return List.of(new Line(x, at(y + height / 2 + 5), words.get("says", name, count)));
    }
    // the colour goes with the number: neither line is longer than half of the picture
    int colour = name.lastIndexOf(" (");
    int x = left ? 0 : layout.width;
    return List.of(
        new Line(x, at(y - 6 - LINE), colour < 0 ? name : name.substring(0, colour)),
        new Line(x, at(y - 6), count + (colour < 0 ? "" : name.substring(colour))));
  }

  private static double width(UrgencyFlow flow, double all, Layout layout) {
    return Math.max(THINNEST, layout.space * flow.count() / all);
  }

  private static String path(double from, double to, double width, Layout layout) {
    int middle = (layout.left + layout.right) / 2;
    return String.format(
        Locale.ROOT,
        "M%d %.1f C%d %.1f %d %.1f %d %.1f V%.1f C%d %.1f %d %.1f %d %.1f Z",
        layout.left,
        from,
        middle,
        from,
        middle,
        to,
        layout.right,
        to,
        to + width,
        middle,
        to + width,
        middle,
        from + width,
        layout.left,
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
