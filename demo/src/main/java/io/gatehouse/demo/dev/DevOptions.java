package io.gatehouse.demo.dev;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code ./gatehouse dev} can be told. */
@Command(
    name = "gatehouse dev",
    description = "A tenant of guests on a real Temporal server with its UI, weeks in minutes.")
final class DevOptions {
  @Option(
      names = "--day",
      defaultValue = "30s",
      converter = Length.class,
      description = "how long a day lasts, like 30s or 5m (default 30s)")
  Duration day = Duration.ofSeconds(30);

  @Option(
      names = "--guests",
      defaultValue = "80",
      description = "guests of the tenant, the named ones among them (default 80)")
  int guests;

  @Option(names = "--seed", defaultValue = "1", description = "same seed, same tenant (default 1)")
  long seed;

  @Option(
      names = "--port",
      defaultValue = "8085",
      description = "port of the pages, 0 for a free one (default 8085)")
  int port;

  @Option(
      names = "--ui-port",
      defaultValue = "8233",
      description = "port of the Temporal UI, 0 for a free one (default 8233)")
  int uiPort;

  @Option(names = "--help", usageHelp = true, description = "this text")
  boolean help;

  /** Numbers with a unit: s, m or h. */
  static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (!text.matches("\\d{1,5}[smh]")) {
        throw new TypeConversionException("\"" + text + "\" is no length: write 30s, 5m or 1h");
      }
      return Duration.parse("PT" + text);
    }
  }
}
