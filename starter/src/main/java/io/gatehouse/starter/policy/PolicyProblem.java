package io.gatehouse.starter.policy;

/**
 * One thing to mend in a policy file.
 *
 * @param line counted from 1, 0 when no line can be named
 * @param path JSON pointer, empty for the file as a whole
 */
public record PolicyProblem(int line, String path, String sentence) {
  /** Such as {@code policy.yaml:12: /asking/remindAfterDays: …}. */
  public String in(String file) {
    if (line == 0) {
      return "%s: %s".formatted(file, sentence);
    }
    return path.isEmpty()
        ? "%s:%d: %s".formatted(file, line, sentence)
        : "%s:%d: %s: %s".formatted(file, line, path, sentence);
  }
}
