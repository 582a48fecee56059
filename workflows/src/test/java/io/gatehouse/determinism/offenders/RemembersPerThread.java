package io.gatehouse.determinism.offenders;

/** Threads of workflows come and go with the cache. */
public final class RemembersPerThread {
  private final ThreadLocal<String> guest = new ThreadLocal<>();

  public void remember(String id) {
    guest.set(id);
  }
}
