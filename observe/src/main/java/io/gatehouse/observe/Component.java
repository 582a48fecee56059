package io.gatehouse.observe;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a process needs, looked at when somebody asks and the last look is not fresh any
 * more. A look that hangs is waited for again, never started a second time beside itself.
 */
public final class Component {
  private final String name;
  private final boolean counts;
  private final Duration fresh;
  private final String failure;
  private final Callable<String> look;
  private @Nullable CompletableFuture<Seen> latest;

  /**
   * @param problem empty when all is well
   * @param at {@link System#nanoTime}
   */
  record Seen(String problem, long at) {}

  private Component(
      String name, boolean counts, Duration fresh, String failure, Callable<String> look) {
    this.name = name;
    this.counts = counts;
    this.fresh = fresh;
    this.failure = failure;
    this.look = look;
  }

  /** Without it the process cannot do its work. */
  public static Component needed(
      String name, Duration fresh, String failure, Callable<String> look) {
    return new Component(name, true, fresh, failure, look);
  }

  /** Somebody has to look, but another process would do no better. */
  public static Component warning(
      String name, Duration fresh, String failure, Callable<String> look) {
    return new Component(name, false, fresh, failure, look);
  }

  String name() {
    return name;
  }

  /** Whether the process is out of work without it. */
  boolean counts() {
    return counts;
  }

  /**
   * Begins to look, unless that was done a moment ago; what comes of it is for {@link #problem}.
   */
  synchronized CompletableFuture<Seen> begin() {
    CompletableFuture<Seen> known = latest;
    if (known == null || known.isDone() && !isFresh(known.join())) {
      var next = new CompletableFuture<Seen>();
      Thread.ofVirtual().name("look at " + name).start(() -> next.complete(seen()));
      latest = next;
      return next;
    }
    return known;
  }

  /**
   * What is wrong with it; empty when nothing is.
   *
   * @param begun by {@link #begin}
   * @param deadline of {@link System#nanoTime}
   */
  String problem(CompletableFuture<Seen> begun, long deadline) throws InterruptedException {
    try {
      return begun.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS).problem();
    } catch (TimeoutException e) {
      return failure + " in time";
    } catch (ExecutionException e) {
      throw new IllegalStateException("a look never throws", e);
    }
  }

  private boolean isFresh(Seen seen) {
    return System.nanoTime() - seen.at() < fresh.toNanos();
  }

  /** What is thrown may quote an address or a secret: our own sentence stands for it. */
  private Seen seen() {
    String problem;
    try {
      problem = look.call();
    } catch (Exception e) {
      problem = failure;
    }
    return new Seen(problem, System.nanoTime());
  }
}
