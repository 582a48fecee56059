package io.gatehouse.benchmark.lifecycle;

/** As many queues as ours, under other names: both sides share a namespace. */
final class BareQueues {
  static final String CORE = "bare";
  static final String READ = "bare-read";
  static final String WRITE = "bare-write";
  static final String MAIL = "bare-mail";

  private BareQueues() {}
}
