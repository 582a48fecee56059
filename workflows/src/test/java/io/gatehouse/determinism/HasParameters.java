package io.gatehouse.determinism;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;

/** Matches methods with fewer parameters than some number. */
final class HasParameters extends DescribedPredicate<AccessTarget> {
  private final int fewerThan;

  private HasParameters(int fewerThan) {
    super("with fewer than %d parameters", fewerThan);
    this.fewerThan = fewerThan;
  }

  static HasParameters fewerThan(int parameters) {
    return new HasParameters(parameters);
  }

  @Override
  public boolean test(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget code
        && code.getRawParameterTypes().size() < fewerThan;
  }
}
