package io.gatehouse.rehearsal;

import io.temporal.common.converter.DataConverter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Something in a town that is built for each test, and judged after each that went well. */
public abstract class TownScene implements BeforeEachCallback, AfterEachCallback {
  private final DataConverter converter;
  private @Nullable Town town;

  TownScene(DataConverter converter) {
    this.converter = converter;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    town = new Town(converter);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    town().close(context.getExecutionException().isEmpty());
  }

  public List<String> journal() {
    return town().journal();
  }

  public Town town() {
    return Objects.requireNonNull(town, "the test has not begun");
  }
}
