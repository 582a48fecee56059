package io.gatehouse.demo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a demo can be told. */
@Command(
    name = "gatehouse demo",
    description = "A tenant of guests from detection to deletion, on real parts, in one process.")
final class DemoOptions extends HouseOptions {
  @Option(names = "--days", defaultValue = "150", description = "simulated days (default 150)")
  int days;

  @Option(
      names = "--guests",
      defaultValue = "400",
      description = "guests of the tenant, the named ones among them (default 400)")
  int guests;

  @Option(
      names = "--exit",
      description = "end after the summary: with 0 only when every invariant holds")
  boolean exit;
}
