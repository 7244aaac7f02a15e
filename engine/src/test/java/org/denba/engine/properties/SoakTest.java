package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;

/**
 * Many evaluations leave nothing behind, and many threads share one engine. {@code
 * -Ddenba.soak=100000} runs the long one.
 */
class SoakTest {

  private static final int EVALUATIONS = Integer.getInteger("denba.soak", 5_000);
  private static final int CHECKPOINTS = 5;
  private static final int CHILDREN = 200;
  private static final int THREADS = 8;

  /** Used heap may move this much between checkpoints (caches of the platform), and no more. */
  private static final long BAND = 8L << 20;

  /** The same children every time: what they know differs from nothing to everything. */
  private static List<Visit> children() {
    Random random = new Random(42);
    List<Visit> children = new ArrayList<>();
    for (int i = 0; i < CHILDREN; i++) {
      HiddenChild child = new HiddenChild(random);
      List<String> known = new ArrayList<>(child.elements());
      known.removeIf(element -> random.nextInt(CHILDREN) < children.size());
      children.add(child.knowing(known));
    }
    return children;
  }

  @Test
  void manyEvaluationsLeaveNothingBehind() {
    List<Visit> children = children();
    run(children, Math.min(EVALUATIONS, 2_000));
    List<Long> used = new ArrayList<>();
    used.add(usedHeap());
    for (int checkpoint = 0; checkpoint < CHECKPOINTS; checkpoint++) {
      run(children, EVALUATIONS / CHECKPOINTS);
      used.add(usedHeap());
    }
    long first = used.get(0);
    assertThat(used)
        .as("used heap in bytes after the warm-up and after each part")
        .allSatisfy(bytes -> assertThat(bytes - first).isLessThan(BAND));
  }

  private static void run(List<Visit> children, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(children.get(i % CHILDREN).triage()).isNotNull();
    }
  }

  /** What is still reachable; a few collections, because the first leaves what has finalizers. */
  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void threadsThatShareAnEngineGetTheSameAnswers() throws Exception {
    List<Visit> children = children();
    List<TriageResult> expected = children.stream().map(Visit::triage).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * CHILDREN / THREADS;
        tasks.add(() -> compare(children, expected, first));
      }
      for (Future<Integer> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(CHILDREN);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int compare(List<Visit> children, List<TriageResult> expected, int first) {
    int same = 0;
    for (int i = 0; i < CHILDREN; i++) {
      int child = (first + i) % CHILDREN;
      assertThat(children.get(child).triage()).isEqualTo(expected.get(child));
      same++;
    }
    return same;
  }
}
