package org.denba.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.denba.fhir.DenbaApplication;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the pages of the workbench take, from a running service over HTTP on this machine, with
 * all protocols loaded. Of each kind the page that shows most.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageBenchmark {

  private static final int OK = 200;
  private static final String CHILD =
      "protocol=imci-child&age=18&sex=female&f.cough=yes&f.respiratory-rate=44&f.weight=10.2";

  /** Something is still being worked out in the background, and the page says so. */
  private static final String NOT_YET = "hx-trigger=\"load";

  @Param({
    "/",
    "/booklet",
    "/booklet/imci-child",
    "/booklet/imci-child/follow-up",
    "/print/immunisation",
    "/doses/imci-child",
    "/calendar/immunisation",
    "/parameters/imci-child",
    "/evidence",
    "/evidence/imci-child",
    "/evidence/antenatal/anc-blood-pressure",
    "/cases/imci-child/GDS-0",
    "/simulator?" + CHILD,
    "/simulator?all=1&protocol=antenatal&pregnant=yes",
    "/live",
    "/review"
  })
  public String page;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpRequest request;

  /** One service for all pages: the benchmark runs in the process that starts it. */
  private static final class Service {
    private static final ConfigurableApplicationContext RUNNING =
        SpringApplication.run(
            DenbaApplication.class, "--server.port=0", "--logging.level.root=warn");
  }

  /** Starts the service, once, and waits until the page shows everything. */
  @Setup(Level.Trial)
  public void start() throws InterruptedException {
    ConfigurableApplicationContext application = Service.RUNNING;
    String port = application.getEnvironment().getProperty("local.server.port");
    String language = (page.contains("?") ? "&" : "?") + "language=fr";
    request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page + language)).build();
    while (get().contains(NOT_YET)) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** From the request to the last byte of the page. */
  @Benchmark
  public String get() {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(page + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
