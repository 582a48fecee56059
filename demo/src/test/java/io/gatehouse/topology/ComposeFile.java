package io.gatehouse.topology;

import io.gatehouse.peer.Peers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Compose file as Compose's own reader understands it: held to the published schema, merges done.
 * Variables are filled in here, because that reader's command knows none.
 */
record ComposeFile(JsonNode root, Map<String, String> variables) {
  static final Path OURS = EnvFile.HOUSE.resolve("docker-compose.yml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

  /** Fails with the reader's words when it does not take the file. */
  static ComposeFile read(Path file, Map<String, String> variables, Path scratch) {
    String json =
        Program.start(
                "compose",
                scratch,
                List.of(
                    Peers.program("compose-spec").toString(),
                    "-no-interpolation",
                    "-format",
                    "json",
                    file.toString()),
                Map.of())
            .ended();
    return new ComposeFile(JsonMapper.builder().build().readTree(json), variables);
  }

  Map<String, JsonNode> services() {
    return sorted(root.required("services"));
  }

  JsonNode service(String name) {
    return root.required("services").required(name);
  }

  Map<String, String> environment(String service) {
    var environment = new LinkedHashMap<String, String>();
    sorted(service(service).path("environment"))
        .forEach((name, value) -> environment.put(name, filled(value.asString(""))));
    return environment;
  }

  List<String> command(String service) {
    return texts(service(service).path("command"));
  }

  /** The addresses that a health check with our own probe asks. */
  List<String> healthCheck(String service) {
    return texts(service(service).at("/healthcheck/test")).stream()
        .filter(word -> word.startsWith("http://"))
        .toList();
  }

  /** Every variable that the file asks for. */
  static TreeSet<String> variablesIn(String text) {
    var names = new TreeSet<String>();
    VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }

  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> {
          String value = variables.getOrDefault(found.group(1), "");
          if (value.isEmpty() && "?".equals(found.group(2))) {
            throw new AssertionError(found.group(1) + ": " + found.group(3));
          }
          return value.isEmpty() && "-".equals(found.group(2)) ? found.group(3) : value;
        });
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    var entries = new LinkedHashMap<String, JsonNode>();
    object.properties().forEach(each -> entries.put(each.getKey(), each.getValue()));
    return entries;
  }
}
