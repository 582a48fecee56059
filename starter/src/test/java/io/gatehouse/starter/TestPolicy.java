package io.gatehouse.starter;

import io.gatehouse.policy.Mode;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.policy.PolicyApplication;
import io.gatehouse.starter.policy.PolicyFile;
import io.gatehouse.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The example policy, as an operator puts it into force and changes it. */
public final class TestPolicy {
  private final PolicyApplication application;
  private final Clock clock;
  private final Hand operator;
  private String yaml = example();

  TestPolicy(Store store, Clock clock, Hand operator) {
    this.application = new PolicyApplication(store, clock);
    this.clock = clock;
    this.operator = operator;
  }

  /** As it is, in this mode. */
  public void mode(Mode mode) {
    String word = mode.name().toLowerCase(Locale.ROOT);
    change(each -> each.replaceFirst("mode: \\w+", "mode: " + word));
  }

  public void change(UnaryOperator<String> change) {
    yaml = change.apply(yaml);
    application.apply(PolicyFile.parse(yaml, "policy.yaml", clock), operator);
  }

  private static String example() {
    try {
      return Files.readString(Path.of("..", "docs", "operator", "policy.example.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
