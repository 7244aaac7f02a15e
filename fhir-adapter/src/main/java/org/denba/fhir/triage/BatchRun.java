package org.denba.fhir.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.denba.fhir.problem.Failures;
import org.denba.fhir.problem.Problem;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemJson;
import org.denba.fhir.problem.ProblemKind;

/**
 * Answers a stream of requests, one a line, in their order. Lines are evaluated on all processors;
 * only a window of them is held, by number and by size, so memory is bounded whatever the length.
 * When the client sends nothing more for the moment, everything that it sent is answered before it
 * is waited for. One use, one thread.
 */
final class BatchRun {

  private static final int MOST_WAITING = 32;

  private final NdjsonLines lines;
  private final int longestLine;
  private final OutputStream out;
  private final UnaryOperator<byte[]> triage;
  private final ExecutorService workers;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long waitingBytes;

  private record Waiting(int size, Future<byte[]> answer) {}

  /**
   * @param triage answers one line
   */
  BatchRun(
      InputStream in,
      OutputStream out,
      UnaryOperator<byte[]> triage,
      ExecutorService workers,
      int longestLine) {
    this.lines = new NdjsonLines(in, longestLine);
    this.out = out;
    this.triage = triage;
    this.workers = workers;
    this.longestLine = longestLine;
  }

  /**
   * @throws IOException when the client goes away or is too slow; nothing is left running then
   */
  void run() throws IOException {
    try {
      for (Optional<NdjsonLines.Line> line = next(); line.isPresent(); line = next()) {
        if (!line.get().isBlank()) {
          accept(line.get());
        }
      }
      answerAll();
    } finally {
      waiting.forEach(w -> w.answer().cancel(false));
    }
  }

  private Optional<NdjsonLines.Line> next() throws IOException {
    if (lines.mustWait()) {
      answerAll();
    }
    return lines.next();
  }

  private void accept(NdjsonLines.Line line) throws IOException {
    while (waiting.size() >= MOST_WAITING
        || !waiting.isEmpty() && waitingBytes + line.bytes().length > longestLine) {
      answerFirst();
    }
    waiting.add(new Waiting(line.bytes().length, workers.submit(() -> answer(line))));
    waitingBytes += line.bytes().length;
    while (!waiting.isEmpty() && waiting.peek().answer().isDone()) {
      answerFirst();
    }
  }

  private byte[] answer(NdjsonLines.Line line) {
    try {
      if (line.tooLong()) {
        throw new ProblemException(
            ProblemKind.TOO_LARGE, "send at most " + longestLine + " bytes on a line");
      }
      return triage.apply(line.bytes());
    } catch (RuntimeException | StackOverflowError e) {
      // One bad line is told in its place; the others are answered all the same.
      return ProblemJson.writeLine(line.number(), Failures.problem(e));
    }
  }

  private void answerAll() throws IOException {
    while (!waiting.isEmpty()) {
      answerFirst();
    }
    out.flush();
  }

  private void answerFirst() throws IOException {
    Waiting first = waiting.remove();
    waitingBytes -= first.size();
    out.write(result(first.answer()));
    out.write('\n');
  }

  private byte[] result(Future<byte[]> answer) throws IOException {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a batch was being answered", e);
    } catch (ExecutionException | CancellationException e) {
      throw new IOException("a batch could not be answered to its end", e);
    }
  }

  /** What to write when the client was too slow: the line that did not arrive. */
  byte[] timeout() {
    return ProblemJson.writeLine(
        lines.number() + 1,
        Problem.of(ProblemKind.TIMEOUT, "this line did not arrive in time; the rest is not read"));
  }
}
