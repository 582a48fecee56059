package io.gatehouse.starter.replay;

/**
 * What became of one execution. Whatever is not {@link Same} speaks against the build, or is gone.
 */
public sealed interface Replayed {
  /** This build does what was done. */
  record Same() implements Replayed {}

  /** This build would do something else: its workflow tasks would fail, and the workflow stands. */
  record Diverged(String what) implements Replayed {}

  /** Nobody knows: its payloads cannot be read here, or the workflow did not get that far. */
  record Unread(String why) implements Replayed {}

  /** Closed and forgotten by Temporal since it was listed. */
  record Gone() implements Replayed {}
}
