package io.gatehouse.benchmark.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The measured process: for each line with a number it reads all guests so many times and answers
 * with the CPU seconds of the whole process meanwhile (compilers and collectors included), the wall
 * seconds, and the counts of the last reading.
 */
final class ReadProcess {
  /** How the process is told which way to read. */
  enum Side {
    GATEHOUSE,
    NAIVE
  }

  private static final double NANOS = 1e9;

  private ReadProcess() {}

  public static void main(String[] arguments) throws IOException {
    var contender =
        contender(
            Side.valueOf(arguments[0]), URI.create(arguments[1]), Instant.parse(arguments[2]));
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(measured(contender, Integer.parseInt(line)));
    }
  }

  static Contender contender(Side side, URI baseUrl, Instant now) {
    return switch (side) {
      case GATEHOUSE -> new GatehouseReading(baseUrl, now);
      case NAIVE -> new NaiveScript(baseUrl, now);
    };
  }

  private static String measured(Contender contender, int times) {
    long cpu = cpuNanos();
    long wall = System.nanoTime();
    var census = new Census(0, 0, 0);
    for (int i = 0; i < times; i++) {
      census = contender.read();
    }
    return new Round((cpuNanos() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS, census).line();
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
