package io.gatehouse.starter.policy;

import io.gatehouse.policy.Policy;
import io.gatehouse.policy.PolicyCheck;
import io.gatehouse.temporal.Wire;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A policy as somebody wrote it, found to be usable.
 *
 * @param body the policy as it is stored
 * @param hash hex of the SHA-256 of the body
 */
public record PolicyFile(Policy policy, String body, String hash) {

  /**
   * Reads a YAML file.
   *
   * @throws PolicyFileException with every problem, by line
   */
  public static PolicyFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw unreadable(name, "the file does not exist");
    } catch (CharacterCodingException e) {
      throw unreadable(name, "the file is not UTF-8");
    } catch (IOException e) {
      throw unreadable(name, "the file cannot be read: " + e.getMessage());
    }
    return parse(text, name);
  }

  /** As {@link #read}, from text; the name stands in front of problems. */
  public static PolicyFile parse(String text, String name) {
    YamlTree tree = YamlTree.of(text);
    stopAt(tree.problems(), name);
    var problems = new ArrayList<>(PolicySchema.problems(tree));
    problems.addAll(dates(tree));
    stopAt(problems, name);
    Policy policy = policy((ObjectNode) tree.root());
    stopAt(
        PolicyCheck.problems(policy).stream()
            .map(each -> new PolicyProblem(tree.line(each.path()), each.path(), each.sentence()))
            .toList(),
        name);
    String body = Wire.write(policy);
    return new PolicyFile(policy, body, sha256(body));
  }

  private static PolicyFileException unreadable(String name, String sentence) {
    return new PolicyFileException(name, List.of(new PolicyProblem(0, "", sentence)));
  }

  private static void stopAt(List<PolicyProblem> problems, String name) {
    if (!problems.isEmpty()) {
      throw new PolicyFileException(name, problems);
    }
  }

  /** Zones and days, which a schema knows only as text. */
  private static List<PolicyProblem> dates(YamlTree tree) {
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

  private static Policy policy(ObjectNode root) {
    ObjectNode tree = root.deepCopy();
    tree.remove("version");
    tree.put("mode", tree.path("mode").asString("observe").toUpperCase(Locale.ROOT));
    var asking = (ObjectNode) tree.path("asking");
    asking.put("onSilence", asking.path("onSilence").asString().toUpperCase(Locale.ROOT));
    return Wire.read(tree.toString(), Policy.class);
  }

  private static String sha256(String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
