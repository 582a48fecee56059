package io.gatehouse.determinism.offenders;

import java.util.ArrayList;
import java.util.List;

/** The reference is constant, what it holds is not. */
public final class CollectsForAll {
  private static final List<String> ASKED = new ArrayList<>();

  public void ask(String guest) {
    ASKED.add(guest);
  }
}
