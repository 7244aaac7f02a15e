package org.denba.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.DenbaApplication;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.operation.FhirTriage;
import org.denba.fhir.triage.JsonTriage;
import org.hl7.fhir.r4.model.Bundle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the steps from a request to its answer cost. Compare the figures of one run with each other,
 * never with another machine's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TriageBenchmark {

  private final FhirContext context = FhirContext.forR4Cached();
  private ConfigurableApplicationContext application;
  private FhirTriage fhir;
  private JsonTriage json;
  private TriageEngine engine;
  private byte[] bundle;
  private String bundleText;
  private byte[] jsonLine;
  private Bundle answer;
  private TriageRequest request;
  private TriageRequest mostlyUnknown;

  @Setup(Level.Trial)
  public void start() {
    application =
        new SpringApplicationBuilder(DenbaApplication.class)
            .web(WebApplicationType.NONE)
            .properties("logging.level.root=warn")
            .run();
    fhir = application.getBean(FhirTriage.class);
    json = application.getBean(JsonTriage.class);
    engine = TriageEngine.load(ClassPathRuleFiles.builtIn());
    bundle = SickChild.bundle(context);
    bundleText = new String(bundle, StandardCharsets.UTF_8);
    jsonLine = SickChild.json().getBytes(StandardCharsets.UTF_8);
    request = SickChild.request();
    mostlyUnknown = SickChild.mostlyUnknown();
    byte[] answered = fhir.triage(bundle, FhirFormat.JSON, FhirFormat.JSON, "fr").body();
    answer =
        context
            .newJsonParser()
            .parseResource(Bundle.class, new String(answered, StandardCharsets.UTF_8));
  }

  @TearDown(Level.Trial)
  public void stop() {
    application.close();
  }

  /** HAPI parses the bundle of 31 resources: what everything else is compared with. */
  @Benchmark
  public Bundle parse() {
    return context.newJsonParser().parseResource(Bundle.class, bundleText);
  }

  /** HAPI encodes the answer bundle. */
  @Benchmark
  public String encode() {
    return context.newJsonParser().encodeResourceToString(answer);
  }

  /** From a request that was read to a result: both readings, doses and texts included. */
  @Benchmark
  public TriageResult evaluate() {
    return engine.triage(request);
  }

  /** The same where most is unknown: more rows are open, and the questions are put in order. */
  @Benchmark
  public TriageResult evaluateMostlyUnknown() {
    return engine.triage(mostlyUnknown);
  }

  /** The whole FHIR operation in process: parse, map, evaluate, build, encode. */
  @Benchmark
  public byte[] fhirOperation() {
    return fhir.triage(bundle, FhirFormat.JSON, FhirFormat.JSON, "fr").body();
  }

  /** One line of a batch: read the JSON, evaluate, write the JSON. */
  @Benchmark
  public byte[] jsonLine() {
    return json.answer(jsonLine, "fr").json();
  }
}
