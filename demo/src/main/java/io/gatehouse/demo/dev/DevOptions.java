package io.gatehouse.demo.dev;

import io.gatehouse.demo.HouseOptions;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code ./gatehouse dev} can be told. */
@Command(
    name = "gatehouse dev",
    description = "A tenant of guests on a real Temporal server with its UI, weeks in minutes.")
final class DevOptions extends HouseOptions {
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

  @Option(
      names = "--ui-port",
      defaultValue = "8233",
      description = "port of the Temporal UI, 0 for a free one (default 8233)")
  int uiPort;

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
