package io.gatehouse.benchmark.lifecycle;

import io.temporal.client.WorkflowClient;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is measured of one contender. Answers are numbers with blanks between. */
final class Cases {
  private static final int AT_ONCE = 24;

  /** As a scan opens them. */
  private static final int BATCH = 10;

  private static final long MILLI = 1_000_000L;

  /** Five a second: far below what the server can do, so that a wait is the way and no queue. */
  private static final long BETWEEN_UPDATES = 200 * MILLI;

  private final Contender contender;
  private final WorkflowClient client;
  private final Workers workers;
  private final List<String> parked = new ArrayList<>();

  Cases(Contender contender, Workers workers) {
    this.contender = contender;
    this.client = contender.client();
    this.workers = workers;
  }

  /** Seconds to start so many, in batches, while no worker works; they are ended afterwards. */
  String starts(int number) {
    contender.decidesAtOnce(false);
    workers.stop();
    long begin = System.nanoTime();
    List<String> ids = begin(number);
    String seconds = seconds(begin);
    together(ids, id -> client.newUntypedWorkflowStub(id).terminate("measured"));
    workers.begin();
    return seconds;
  }

  /** Seconds to carry so many from start to end, some at a time. */
  String run(int number) {
    contender.decidesAtOnce(true);
    long begin = System.nanoTime();
    together(
        number,
        () -> {
          String id = contender.start(1).getFirst();
          client.newUntypedWorkflowStub(id).getResult(Object.class);
          return id;
        });
    return seconds(begin);
  }

  /** Starts so many that wait for an answer; the seconds until all do. */
  String park(int number) {
    contender.decidesAtOnce(false);
    int before = contender.delivered();
    long begin = System.nanoTime();
    parked.addAll(begin(number));
    while (contender.delivered() < before + number) {
      LockSupport.parkNanos(20 * MILLI);
    }
    LockSupport.parkNanos(2_000 * MILLI); // the last reports are being worked on
    return seconds(begin);
  }

  /**
   * Lets all that are parked fall due while nobody works, as in an outage, then works again.
   *
   * @return seconds until each has put its next question, and how many workflow tasks timed out
   *     since somebody works
   */
  String herd(int seconds) {
    workers.stop();
    LockSupport.parkNanos(seconds * 1_000 * MILLI);
    Instant again = Instant.now();
    long begin = System.nanoTime();
    workers.begin();
    while (contender.delivered() < 2 * parked.size()) { // the first question, and the next
      LockSupport.parkNanos(20 * MILLI);
    }
    String took = seconds(begin);
    long timedOut = parked.stream().mapToLong(id -> Cost.timedOut(client, id, again)).sum();
    return took + " " + timedOut;
  }

  /** Of {@link Contender#decide}. */
  String updates(int number) {
    return updates(number, contender::decide);
  }

  /** Of {@link Contender#decideLocally}. */
  String updatesLocally(int number) {
    return updates(number, contender::decideLocally);
  }

  /**
   * Milliseconds from sent to completed of so many Updates to parked cases: p50 and p99. Each case
   * ends with its answer: what follows is ten times the work, and the next ones would queue for it.
   */
  private String updates(int number, Consumer<String> decide) {
    var took = new ArrayList<Future<Long>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < number; i++) {
        String id = parked.removeLast();
        took.add(executor.submit(() -> timedDecision(id, decide)));
        LockSupport.parkNanos(BETWEEN_UPDATES);
      }
    }
    List<Long> sorted = took.stream().map(Cases::value).sorted().toList();
    return "%d %d".formatted(at(sorted, 50) / MILLI, at(sorted, 99) / MILLI);
  }

  /** Ends what is parked. */
  String end() {
    together(parked, id -> client.newUntypedWorkflowStub(id).terminate("measured"));
    parked.clear();
    return "ended";
  }

  /** Bytes that full collections leave. */
  String heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      LockSupport.parkNanos(300 * MILLI);
    }
    return Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /** What one case costs, see {@link Cost}. */
  String cost() {
    contender.decidesAtOnce(true);
    String id = contender.start(1).getFirst();
    client.newUntypedWorkflowStub(id).getResult(Object.class);
    return Cost.of(client, id).line();
  }

  private long timedDecision(String id, Consumer<String> decide) {
    long begin = System.nanoTime();
    decide.accept(id);
    long took = System.nanoTime() - begin;
    client.newUntypedWorkflowStub(id).terminate("measured");
    return took;
  }

  private static long at(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private List<String> begin(int number) {
    return together(number / BATCH, () -> contender.start(BATCH)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static <T> List<T> together(int number, Callable<T> work) {
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<T>> all =
          IntStream.range(0, number).mapToObj(_ -> executor.submit(work)).toList();
      return all.stream().map(Cases::value).toList();
    }
  }

  private static void together(List<String> ids, Consumer<String> work) {
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      ids.forEach(id -> executor.execute(() -> work.accept(id)));
    }
  }

  private static <T> T value(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a case did not come to its end", e);
    }
  }

  private static String seconds(long begin) {
    return String.format(Locale.ROOT, "%.3f", (System.nanoTime() - begin) / 1e9);
  }
}
