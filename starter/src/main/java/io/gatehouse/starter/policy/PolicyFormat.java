package io.gatehouse.starter.policy;

import io.gatehouse.policy.Policy;
import io.gatehouse.temporal.Wire;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the file's format means beyond its schema: versions, days and zones, defaults. */
final class PolicyFormat {
  private PolicyFormat() {}

  /** A file of the first format is told what moved, instead of every key that is new to it. */
  static List<PolicyProblem> outdated(YamlTree tree) {
    return tree.root().path("version").asInt(0) == 1
        ? List.of(
            new PolicyProblem(
                tree.line("/version"),
                "/version",
                "is 1, the format of an earlier Gatehouse: write version: 2, move"
                    + " inactive.afterDays to triggers.inactiveAfterDays and"
                    + " inactive.reopenAfterDays to triggers.reopenAfterDays, then check again for"
                    + " the keys that are new"))
        : List.of();
  }

  /** Zones and days, which a schema knows only as text. */
  static List<PolicyProblem> daysAndZone(YamlTree tree) {
    var problems = new ArrayList<PolicyProblem>();
    JsonNode zone = tree.root().path("zone");
    if (zone.isString() && !zone.asString().isEmpty() && !isZone(zone.asString())) {
      problems.add(
          new PolicyProblem(
              tree.line("/zone"),
              "/zone",
              "\"%s\" is no time zone: give one like Europe/Berlin".formatted(zone.asString())));
    }
    JsonNode exclusions = tree.root().path("exclusions");
    for (int i = 0; i < exclusions.size(); i++) {
      JsonNode until = exclusions.path(i).path("until");
      if (until.isString() && !isDay(until.asString())) {
        String path = "/exclusions/" + i + "/until";
        problems.add(
            new PolicyProblem(
                tree.line(path),
                path,
                "\"%s\" is no day: give one like 2027-03-31".formatted(until.asString())));
      }
    }
    return problems;
  }

  /** The policy of a tree without problems; what may be left out gets what holds then. */
  static Policy policy(YamlTree yaml) {
    ObjectNode tree = ((ObjectNode) yaml.root()).deepCopy();
    tree.remove("version");
    tree.put("mode", tree.path("mode").asString("observe").toUpperCase(Locale.ROOT));
    var asking = (ObjectNode) tree.path("asking");
    asking.put("onSilence", asking.path("onSilence").asString().toUpperCase(Locale.ROOT));
    ObjectNode guards = tree.withObject("/guards");
    guards.put("eligibleRoles", guards.path("eligibleRoles").asBoolean(true));
    guards.withArray("/foreignManagedGroups");
    return Wire.read(tree.toString(), Policy.class);
  }

  private static boolean isZone(String text) {
    try {
      return !ZoneId.of(text).getId().isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).isAfter(LocalDate.EPOCH);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
