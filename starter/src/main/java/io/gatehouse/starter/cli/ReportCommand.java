package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.report.Export;
import io.gatehouse.starter.report.ReportNumbers;
import io.gatehouse.starter.report.ReportState;
import io.gatehouse.starter.report.WholeFile;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.Reports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report}: who has not signed in, counted or as a file. */
@Command(name = "report", description = "Who has not signed in: counted, or guest by guest.")
final class ReportCommand implements Callable<Integer> {
  private static final int LONGEST_LIST = 20;

  /** Numbers for people, or guests for programs. */
  enum Format {
    TABLE,
    CSV,
    JSONL
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table: the numbers (default); csv or jsonl: the guests")
  private Format format = Format.TABLE;

  @Option(names = "--partner", paramLabel = "DOMAIN", description = "Guests of one mail domain")
  private @Nullable String partner;

  @Option(names = "--sponsor", paramLabel = "ID", description = "Guests of one sponsor")
  private @Nullable String sponsor;

  @Option(names = "--without-sponsor", description = "Guests nobody answers for")
  private boolean withoutSponsor;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "active, inactive, never, pending or unknown")
  private @Nullable ReportState state;

  @Option(
      names = "--min-days",
      paramLabel = "N",
      description = "Guests without a sign-in for N days or more; with --state active, for less")
  private @Nullable Integer minDays;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Part of a name, address, company or id")
  private @Nullable String search;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Into a file, which is there wholly or not at all")
  private @Nullable Path output;

  @Override
  public Integer call() {
    ReportFilter filter = filter();
    Path file = output;
    try (var connections = Connections.of(spec, Part.DATABASE)) {
      Reports reports = connections.store().reports();
      Instant now = connections.clock().instant();
      if (file == null) {
        PrintWriter out = spec.commandLine().getOut();
        write(reports, filter, now, out);
        Taken.require(out, "report");
      } else {
        requirePlain(file);
        WholeFile.write(file, out -> write(reports, filter, now, out));
        spec.commandLine().getErr().printf("Written: %s%n", file);
      }
      return 0;
    } catch (NoSuchFileException e) {
      throw new Refusal("%s cannot be written: its folder does not exist.".formatted(file));
    } catch (IOException e) {
      throw new Refusal("The report cannot be written: %s.".formatted(e.getMessage()));
    }
  }

  private ReportFilter filter() {
    Integer days = minDays;
    if (days != null && days < 0) {
      throw new ParameterException(
          spec.commandLine(), "--min-days is %d, give 0 or more".formatted(days));
    }
    return new ReportFilter(
        partner == null ? null : partner.strip().toLowerCase(Locale.ROOT),
        sponsor == null ? null : sponsor.strip().toLowerCase(Locale.ROOT),
        withoutSponsor,
        state == null ? null : state.name(),
        days,
        search);
  }

  private void write(Reports reports, ReportFilter filter, Instant now, Writer out)
      throws IOException {
    switch (format) {
      case TABLE ->
          out.write(ReportText.of(ReportNumbers.read(reports, filter, now, LONGEST_LIST)) + "\n");
      case CSV -> Export.CSV.write(reports, filter, now, out, this::tell);
      case JSONL -> Export.JSONL.write(reports, filter, now, out, this::tell);
    }
  }

  private void tell(long soFar) {
    spec.commandLine().getErr().printf("%,d guests so far%n".formatted(soFar));
    if (output == null) {
      Taken.require(spec.commandLine().getOut(), "report");
    }
  }

  /** A move would replace a device or a link by a file. */
  private static void requirePlain(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new Refusal("%s is no plain file: give the name of one.".formatted(file));
    }
  }
}
