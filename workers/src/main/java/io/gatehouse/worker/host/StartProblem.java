package io.gatehouse.worker.host;

/** Something the worker cannot start with: one sentence that says what, where and what to do. */
final class StartProblem extends RuntimeException {
  StartProblem(String sentence) {
    super(sentence);
  }
}
