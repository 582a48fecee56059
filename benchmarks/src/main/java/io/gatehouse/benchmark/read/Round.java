package io.gatehouse.benchmark.read;

/**
 * What one round of a measured process cost.
 *
 * @param cpuSeconds of all its threads
 * @param census of its last reading
 */
record Round(double cpuSeconds, double wallSeconds, Census census) {

  /** As the process says it. */
  String line() {
    return "%s %s %d %d %d"
        .formatted(cpuSeconds, wallSeconds, census.active(), census.stale(), census.undated());
  }

  static Round parse(String line) {
    var parts = line.split(" ", -1);
    return new Round(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        new Census(
            Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4])));
  }
}
