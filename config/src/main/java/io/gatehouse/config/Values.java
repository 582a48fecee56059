package io.gatehouse.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads variables and keeps every problem. After a problem it returns something harmless, which
 * nobody sees: the settings are only handed out when there was none.
 */
final class Values {
  private final Map<String, String> environment;
  private final List<SettingProblem> problems = new ArrayList<>();

  Values(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  List<SettingProblem> problems() {
    return problems;
  }

  void refuse(Variable variable, String expected) {
    String value = given(variable.key());
    String found =
        value == null ? "is not set" : variable.secret() ? "is set" : "is \"" + value + "\"";
    problems.add(new SettingProblem(variable.key(), found, expected));
  }

  /** Like {@link #refuse}, for a value that may hold a secret it should not hold. */
  void refuseUnseen(Variable variable, String expected) {
    problems.add(new SettingProblem(variable.key(), "holds a secret", expected));
  }

  /** Whether somebody says something about it, be it in a file. */
  boolean isGiven(Variable variable) {
    return given(variable.key()) != null || variable.secret() && given(variable.fileKey()) != null;
  }

  /** The value, the default, or null when neither is there. */
  @Nullable String optional(Variable variable) {
    String value = variable.secret() ? secret(variable) : given(variable.key());
    if (value != null) {
      return value;
    }
    return variable.fallback().isEmpty() ? null : variable.fallback();
  }

  String required(Variable variable) {
    String value = optional(variable);
    if (value == null) {
      if (given(variable.fileKey()) == null || !variable.secret()) {
        refuse(
            variable,
            "give "
                + variable.meaning()
                + (variable.secret()
                    ? ", or name a file that holds it in " + variable.fileKey()
                    : ""));
      }
      return "";
    }
    return value;
  }

  /** A required value of a certain form. */
  String matching(Variable variable, Predicate<String> fits, String expected) {
    String value = required(variable);
    if (!value.isEmpty() && !fits.test(value)) {
      refuse(variable, expected);
    }
    return value;
  }

  int port(Variable variable, int lowest) {
    return number(variable, lowest, 65_535, "give a port from %d to %d");
  }

  int number(Variable variable, int lowest, int highest) {
    return number(variable, lowest, highest, "give a number from %d to %d");
  }

  private int number(Variable variable, int lowest, int highest, String expected) {
    try {
      int number = Integer.parseInt(required(variable));
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // refused below like a number out of range
    }
    refuse(variable, expected.formatted(lowest, highest));
    return lowest;
  }

  /** An absolute http address without a slash at its end; https unless it is on this machine. */
  String web(Variable variable) {
    String value = required(variable);
    try {
      var uri = new URI(value);
      String host = uri.getHost();
      boolean usable =
          host != null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null
              && ("https".equals(uri.getScheme())
                  || "http".equals(uri.getScheme()) && Loopback.is(host));
      if (usable) {
        return value.replaceAll("/+$", "");
      }
    } catch (URISyntaxException unreadable) {
      // refused below like an address of another kind
    }
    if (!value.isEmpty()) {
      refuse(
          variable,
          "give an address like https://guests.example.com, plain http only for this machine");
    }
    return "";
  }

  private @Nullable String secret(Variable variable) {
    String file = given(variable.fileKey());
    if (file == null) {
      return given(variable.key());
    }
    if (given(variable.key()) != null) {
      refuse(variable, "give it or %s, not both".formatted(variable.fileKey()));
      return null;
    }
    try {
      String content = Files.readString(Path.of(file)).strip();
      if (!content.isEmpty()) {
        return content;
      }
      unreadable(variable, file, "that file is empty");
    } catch (IOException | RuntimeException e) {
      unreadable(variable, file, "that file cannot be read by this user");
    }
    return null;
  }

  private void unreadable(Variable variable, String file, String why) {
    problems.add(
        new SettingProblem(
            variable.fileKey(), "is \"" + file + "\"", why + ", name one that holds the value"));
  }

  private @Nullable String given(String key) {
    String value = environment.get(key);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
