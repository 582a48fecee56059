package io.gatehouse.demo.check;

import java.util.List;

/**
 * Something that must hold after a demo.
 *
 * @param broken what speaks against it, one sentence each; empty when it holds
 */
public record Invariant(String sentence, List<String> broken) {
  public Invariant {
    broken = List.copyOf(broken);
  }

  public boolean holds() {
    return broken.isEmpty();
  }
}
