package io.gatehouse.determinism.offenders;

/** Constant in length only. */
public final class KeepsAnArray {
  private static final int[] ASKED = new int[2];

  public int ask(int round) {
    return ++ASKED[round];
  }
}
