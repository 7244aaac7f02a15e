package org.denba.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and writes the figures and their ratios to files in the folder given. */
public final class RunBenchmarks {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private RunBenchmarks() {}

  /** One benchmark's mean time in microseconds and bytes allocated. */
  private record Figure(double micros, double bytes) {}

  public static void main(String[] arguments) throws RunnerException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target");
    Options options =
        new OptionsBuilder()
            .include(TriageBenchmark.class.getSimpleName())
            .warmupIterations(6)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(6)
            .measurementTime(TimeValue.seconds(2))
            .forks(1)
            .addProfiler(GCProfiler.class)
            .resultFormat(ResultFormatType.JSON)
            .result(folder.resolve("jmh-result.json").toString())
            .build();
    String report = report(new Runner(options).run()) + pages(new Runner(pages(folder)).run());
    System.out.println(report);
    try {
      Files.writeString(folder.resolve("figures.md"), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In this very process, so that all pages share one service that is warm. */
  private static Options pages(Path folder) {
    return new OptionsBuilder()
        .include(PageBenchmark.class.getSimpleName())
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(2)
        .measurementTime(TimeValue.seconds(2))
        .forks(0)
        .resultFormat(ResultFormatType.JSON)
        .result(folder.resolve("jmh-pages.json").toString())
        .build();
  }

  private static String pages(Collection<RunResult> results) {
    StringBuilder table =
        new StringBuilder("\n| page | median, ms | 99 of 100 below, ms |\n|---|---|---|\n");
    for (RunResult result : results) {
      var statistics = result.getPrimaryResult().getStatistics();
      table.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %.1f | %.1f |%n",
              result.getParams().getParam("page"),
              statistics.getPercentile(50) / 1000,
              statistics.getPercentile(99) / 1000));
    }
    return table.toString();
  }

  private static String report(Collection<RunResult> results) {
    Map<String, Figure> figures = new TreeMap<>();
    for (RunResult result : results) {
      double bytes =
          result.getSecondaryResults().entrySet().stream()
              .filter(entry -> entry.getKey().endsWith(ALLOCATED))
              .mapToDouble(entry -> entry.getValue().getScore())
              .findFirst()
              .orElse(Double.NaN);
      figures.put(
          result.getPrimaryResult().getLabel(),
          new Figure(result.getPrimaryResult().getScore(), bytes));
    }
    double parse = figures.get("parse").micros();
    StringBuilder table =
        new StringBuilder("| step | µs | × parse | KB allocated |\n|---|---|---|---|\n");
    figures.forEach(
        (name, figure) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.0f |%n",
                    name,
                    figure.micros(),
                    figure.micros() / parse,
                    figure.bytes() / 1024)));
    double round = parse + figures.get("encode").micros();
    table.append(
        String.format(
            Locale.ROOT,
            "%nThe whole FHIR operation is %.2f × (parse + encode).%n",
            figures.get("fhirOperation").micros() / round));
    return table.toString();
  }
}
