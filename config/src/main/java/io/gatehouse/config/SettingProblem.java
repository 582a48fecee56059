package io.gatehouse.config;

/**
 * One setting that cannot be used.
 *
 * @param variable its name in the environment
 * @param found what stands there, never the value of a secret
 * @param expected what could stand there, and what to do
 */
public record SettingProblem(String variable, String found, String expected) {
  /** Such as {@code GATEHOUSE_PAGES_PORT is "many": give a port from 0 to 65535.} */
  public String sentence() {
    return "%s %s: %s.".formatted(variable, found, expected);
  }
}
