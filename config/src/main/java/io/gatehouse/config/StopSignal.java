package io.gatehouse.config;

import java.util.concurrent.CountDownLatch;

/**
 * SIGTERM or Ctrl-C for a process that ends in order: the JVM goes on until everything is closed,
 * and then ends with our exit code instead of the signal's.
 */
public final class StopSignal {
  private static final int NONE = -1;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int exitCode = NONE;

  private StopSignal() {}

  /** Listens; whoever does has to call {@link #over} or {@link #failed} at its end. */
  public static StopSignal listen() {
    var signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::endInOrder, "stop"));
    return signal;
  }

  /** Returns when the process is to end. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** For work that looks from time to time whether it is to end. */
  public boolean asked() {
    return asked.getCount() == 0;
  }

  /** Everything is closed. */
  public void over(int code) {
    exitCode = code;
    over.countDown();
  }

  /** It never came so far that there was something to end in order: a no-op after the other. */
  public void failed() {
    over.countDown();
  }

  private void endInOrder() {
    asked.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (exitCode != NONE) {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
