package io.gatehouse.safety;

import java.util.List;

/** Whether a scan may open lifecycles. */
public sealed interface Judgement {

  record Fit() implements Judgement {}

  /** Nothing to compare with yet: nothing opens, and nothing is wrong. */
  record TooEarly(String reason) implements Judgement {}

  /** The data source is not to be trusted: nothing opens and the gate closes. */
  record Unfit(List<String> reasons) implements Judgement {
    public Unfit {
      reasons = List.copyOf(reasons);
    }
  }
}
