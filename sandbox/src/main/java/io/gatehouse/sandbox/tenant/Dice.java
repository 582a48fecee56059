package io.gatehouse.sandbox.tenant;

/**
 * Chance that can be asked again: the same seed, number and question give the same answer, in any
 * order. That makes a guest out of its number alone.
 */
record Dice(long seed) {
  /** From 0 to below the bound. */
  int roll(int number, String question, int bound) {
    return (int)
        Long.remainderUnsigned(mix(seed ^ mix(((long) question.hashCode() << 32) | number)), bound);
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): near numbers give far answers. */
  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
