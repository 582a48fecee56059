package io.gatehouse.benchmark.read;

/**
 * What one reading of all guests came to, by the dates of sign-ins.
 *
 * @param undated neither: no usable date
 */
public record Census(int active, int stale, int undated) {
  public int guests() {
    return active + stale + undated;
  }
}
