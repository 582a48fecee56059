package io.gatehouse.worker.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What stands in {@code deploy/observe} and in its page, as values. */
public final class WatchFiles {
  private static final Path FOLDER = Path.of("..", "deploy", "observe");
  private static final Path PAGE = Path.of("..", "docs", "operator", "observe.md");

  /** Matchers, ranges, strings and lists of labels: what is left are names, functions, words. */
  private static final Pattern NO_NAMES =
      Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w*\\s*\\()\\b");
  private static final Set<String> WORDS = Set.of("or", "and", "unless", "bool", "offset");

  private WatchFiles() {}

  /** The rules of alerts, as Prometheus reads them. */
  public static List<JsonNode> alerts() {
    Object tree =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text(FOLDER.resolve("alerts.yml")));
    JsonNode groups = new ObjectMapper().valueToTree(tree).get("groups");
    return groups.findValues("rules").stream().flatMap(JsonNode::valueStream).toList();
  }

  /** The panels of the dashboard. */
  public static List<JsonNode> panels() {
    try {
      return new ObjectMapper()
          .readTree(text(FOLDER.resolve("dashboard.json")))
          .get("panels")
          .valueStream()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every PromQL expression in both. */
  public static List<String> expressions() {
    var all = new ArrayList<String>();
    alerts().forEach(alert -> all.add(alert.get("expr").asText()));
    panels().stream()
        .flatMap(panel -> panel.path("targets").valueStream())
        .forEach(target -> all.add(target.get("expr").asText()));
    return all;
  }

  /** The metrics that an expression asks for. */
  public static Set<String> names(String promQl) {
    return NAME.matcher(NO_NAMES.matcher(promQl).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code label="value"} pairs that an expression wants of one of our own metrics. */
  public static Stream<String> ownSelectors(String promQl) {
    return Pattern.compile("(gatehouse_\\w+)\\{(\\w+)=\"([^\"]*)\"}")
        .matcher(promQl)
        .results()
        .map(MatchResult::group);
  }

  /** Metrics of ours that the operator's page explains. */
  public static Set<String> documented() {
    return Pattern.compile("(?m)^\\| `(gatehouse_\\w+)")
        .matcher(page())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public static String page() {
    return text(PAGE);
  }

  private static String text(Path file) {
    try {
      return Files.readString(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
