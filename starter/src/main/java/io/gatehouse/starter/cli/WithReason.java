package io.gatehouse.starter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that changes something and so has to say why. */
abstract class WithReason implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in your own words")
  String reason = "";

  @Override
  public final Integer call() {
    if (reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--reason needs a few words");
    }
    return perform();
  }

  /** Returns the exit code. */
  abstract int perform();
}
