package io.gatehouse.determinism.offenders;

import java.util.UUID;

/** Draws another id in a replay. */
public final class DrawsAnId {
  public UUID draw() {
    return UUID.randomUUID();
  }
}
