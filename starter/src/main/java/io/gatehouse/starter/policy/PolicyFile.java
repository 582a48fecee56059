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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

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
   * @param clock says what day it is in the policy's zone
   * @throws PolicyFileException with every problem, by line
   */
  public static PolicyFile read(Path file, Clock clock) {
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
    return parse(text, name, clock);
  }

  /** As {@link #read}, from text; the name stands in front of problems. */
  public static PolicyFile parse(String text, String name, Clock clock) {
    YamlTree tree = YamlTree.of(text);
    stopAt(tree.problems(), name);
    stopAt(PolicyFormat.outdated(tree), name);
    var problems = new ArrayList<>(PolicySchema.problems(tree));
    problems.addAll(PolicyFormat.daysAndZone(tree));
    stopAt(problems, name);
    Policy policy = PolicyFormat.policy(tree);
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    stopAt(
        PolicyCheck.problems(policy, today).stream()
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

  private static String sha256(String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
