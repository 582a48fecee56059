package io.gatehouse.determinism;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Duration;

/** An access to a method whose first parameter is a duration. */
final class HasDuration extends DescribedPredicate<JavaAccess<?>> {
  HasDuration() {
    super("with a duration");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget method
        && !method.getRawParameterTypes().isEmpty()
        && method.getRawParameterTypes().getFirst().isEquivalentTo(Duration.class);
  }
}
