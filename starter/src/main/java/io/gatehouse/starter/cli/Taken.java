package io.gatehouse.starter.cli;

import java.io.PrintWriter;

/** Whether what was written was taken: a list that ends early must not look whole. */
final class Taken {
  private Taken() {}

  /**
   * A print writer keeps its failures to itself: a full disk behind a redirection, a pipe that was
   * closed, such as by {@code head}.
   *
   * @param what such as "report"
   */
  static void require(PrintWriter out, String what) {
    if (out.checkError()) {
      throw new Refusal(
          "The %s is not complete: its reader or its disk took no more.".formatted(what));
    }
  }
}
