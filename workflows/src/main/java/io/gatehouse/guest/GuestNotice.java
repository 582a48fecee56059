package io.gatehouse.guest;

/** A mail that tells the guest what happens to the account. */
public record GuestNotice(LifecycleRef ref, Kind kind) {
  public enum Kind {
    BEFORE_DISABLE,
    DISABLED
  }
}
