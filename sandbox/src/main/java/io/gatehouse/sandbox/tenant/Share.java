package io.gatehouse.sandbox.tenant;

/**
 * Places on a wheel of a hundred: a hundred numbers in a row meet every place once, so that small
 * tenants have exact shares too.
 */
public final class Share {
  /** Near the golden section of 100 and prime to it: a few numbers in a row lie far apart. */
  private static final int STRIDE = 61;

  private Share() {}

  /** From 0 to 99. */
  public static int place(int number) {
    return Math.floorMod(number * (long) STRIDE, 100);
  }
}
