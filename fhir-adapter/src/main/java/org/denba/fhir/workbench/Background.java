package org.denba.fhir.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.denba.fhir.problem.Failures;

/**
 * Works out what takes seconds, one after the other on a thread of its own: no page waits for it,
 * each shows what is there by now. The last few results are kept. Thread-safe.
 *
 * @param <T> what is worked out
 */
public final class Background<T> implements AutoCloseable {

  private final ExecutorService worker;
  private final Map<Object, CompletableFuture<T>> last;

  /**
   * @param name of the thread
   * @param kept how many results are kept
   */
  public Background(String name, int kept) {
    this.worker =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
    this.last =
        new LinkedHashMap<>(kept, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, CompletableFuture<T>> eldest) {
            return size() > kept;
          }
        };
  }

  /**
   * What there is by now.
   *
   * @param value the result, or null
   * @param problem why there is none, in words for people, or null
   * @param <T> what is worked out
   */
  public record Result<T>(T value, String problem) {

    /** Whether it is still worked out. */
    public boolean loading() {
      return value == null && problem == null;
    }
  }

  /** The result for a key; begins to work it out where nobody did. What failed is tried again. */
  public synchronized Result<T> of(Object key, Supplier<T> work) {
    CompletableFuture<T> known =
        last.computeIfAbsent(key, any -> CompletableFuture.supplyAsync(work, worker));
    if (!known.isDone()) {
      return new Result<>(null, null);
    }
    try {
      return new Result<>(known.join(), null);
    } catch (CompletionException e) {
      last.remove(key);
      return new Result<>(
          null, Failures.problem(e.getCause() instanceof Exception cause ? cause : e).detail());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
