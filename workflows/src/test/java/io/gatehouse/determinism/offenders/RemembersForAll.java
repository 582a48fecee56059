package io.gatehouse.determinism.offenders;

/** Shares state between workflows, and loses it when a worker restarts. */
public final class RemembersForAll {
  private static int asked;

  public int next() {
    return ++asked;
  }
}
