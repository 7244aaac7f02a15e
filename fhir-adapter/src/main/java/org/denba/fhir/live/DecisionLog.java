package org.denba.fhir.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.denba.fhir.triage.NdjsonLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries to the files of the decision log, on a thread of its own: whoever adds one never
 * waits. While nothing can be written (no such folder, a full disk) entries are counted as not
 * logged, and it is tried again from time to time.
 */
final class DecisionLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

  private static final int MOST_WAITING = 4_096;
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final long END_MILLIS = 2_000;

  private final LogFiles files;
  private final Clock clock;
  private final Consumer<Entry> readBack;
  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final LongAdder notLogged = new LongAdder();
  private final LongAdder unreadable = new LongAdder();
  private final Thread writer = thread("decision-log", this::write);
  private final Thread reader = thread("decision-log-reader", this::read);
  private List<LogFiles.Part> before = List.of();
  private volatile boolean ending;
  private volatile boolean failing;
  private long failedAt;

  /**
   * @param readBack gets what the files held at the start
   */
  DecisionLog(LogFiles files, Clock clock, Consumer<Entry> readBack) {
    this.files = files;
    this.clock = clock;
    this.readBack = readBack;
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to read back and to write; returns at once. */
  void start() {
    try {
      before = files.parts();
    } catch (IOException e) {
      failing = true;
      LOG.warn("the decision log cannot be read back, counts begin now: {}", reason(e));
    }
    reader.start();
    writer.start();
  }

  /** Takes an entry to be written soon; it is counted as not logged when too many are waiting. */
  void add(Entry entry) {
    if (!waiting.offer(entry)) {
      notLogged.increment();
    }
  }

  /** How many entries could not be written. */
  long notLogged() {
    return notLogged.sum();
  }

  /** How many lines of the files were no entries. */
  long unreadable() {
    return unreadable.sum();
  }

  /** Whether the last attempt to read or write failed. */
  boolean failing() {
    return failing;
  }

  /** Whether what the files held at the start is being read still. */
  boolean reading() {
    return reader.isAlive();
  }

  /** Writes what is waiting, for two seconds at the most. */
  @Override
  public void close() {
    ending = true;
    writer.interrupt();
    try {
      writer.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    long latest = Hours.of(clock.instant());
    for (LogFiles.Part part : before) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(part.path()))) {
        read(new NdjsonLines(new FirstBytes(in, part.bytes()), LogLine.LONGEST), latest);
      } catch (IOException e) {
        LOG.warn("a file of the decision log cannot be read back: {}", reason(e));
      }
    }
    if (unreadable() > 0) {
      LOG.warn("{} lines of the decision log are no entries and are not counted", unreadable());
    }
  }

  private void read(NdjsonLines lines, long latest) throws IOException {
    for (Optional<NdjsonLines.Line> line = lines.next();
        line.isPresent() && !ending;
        line = lines.next()) {
      if (!line.get().isBlank()) {
        LogLine.read(line.get().bytes(), latest).ifPresentOrElse(readBack, unreadable::increment);
      }
    }
  }

  private void write() {
    while (!ending || !waiting.isEmpty()) {
      Entry entry = next();
      if (entry != null) {
        write(entry);
      }
    }
    attempt(files::close);
  }

  private Entry next() {
    Entry entry = waiting.poll();
    if (entry != null || ending) {
      return entry;
    }
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      // The service ends: what is waiting is written without waiting for more.
      return null;
    }
  }

  private void write(Entry entry) {
    if (failing && System.nanoTime() - failedAt < RETRY_NANOS) {
      notLogged.increment();
      return;
    }
    byte[] line = LogLine.write(entry);
    LocalDate today = LocalDate.now(clock);
    if (attempt(() -> files.append(line, today, !reading()))) {
      failing = false;
    } else {
      notLogged.increment();
    }
  }

  private boolean attempt(Writing writing) {
    try {
      writing.run();
      return true;
    } catch (IOException | RuntimeException e) {
      if (!failing) {
        LOG.warn("the decision log cannot be written, triage goes on without: {}", reason(e));
      }
      failing = true;
      failedAt = System.nanoTime();
      return false;
    }
  }

  /** Names the kind of failure and the file: such messages hold nothing that a client sent. */
  private static String reason(Exception failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
