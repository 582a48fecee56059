package io.gatehouse.starter.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML document as a JSON tree that remembers on which line everything stands. */
final class YamlTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<PolicyProblem> problems = new ArrayList<>();
  private final JsonNode root;

  private YamlTree(String text) {
    JsonNode read = JSON.objectNode();
    try {
      // An anchor could make a small file a huge tree, and a policy has no use for one.
      var settings = LoadSettings.builder().setMaxAliasesForCollections(0).build();
      var documents = new Compose(settings).composeAllFromString(text).iterator();
      if (documents.hasNext()) {
        read = convert(documents.next(), "");
      } else {
        problems.add(new PolicyProblem(1, "", "the file is empty"));
      }
      if (documents.hasNext()) {
        problems.add(new PolicyProblem(1, "", "the file holds more than one document"));
      }
    } catch (MarkedYamlEngineException e) {
      problems.add(
          new PolicyProblem(
              e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
              "",
              "this is no YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new PolicyProblem(1, "", "this is no YAML: " + e.getMessage()));
    }
    root = read;
  }

  static YamlTree of(String text) {
    return new YamlTree(text);
  }

  JsonNode root() {
    return root;
  }

  /** What keeps the text from being a tree: wrong syntax, a key given twice, an anchor. */
  List<PolicyProblem> problems() {
    return problems;
  }

  /** The line of a JSON pointer, or of the nearest thing around it. */
  int line(String pointer) {
    for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null || at.isEmpty()) {
        return line == null ? 1 : line;
      }
    }
  }

  private JsonNode convert(Node node, String pointer) {
    lines.putIfAbsent(pointer, lineOf(node));
    if (node.getAnchor().isPresent()) {
      problems.add(new PolicyProblem(lineOf(node), pointer, "anchors are not used in a policy"));
      return JSON.nullNode();
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, pointer);
      case SequenceNode sequence -> {
        var array = JSON.arrayNode();
        for (Node each : sequence.getValue()) {
          array.add(convert(each, pointer + "/" + array.size()));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new YamlEngineException("a node that is no value");
    };
  }

  private ObjectNode mapping(MappingNode mapping, String pointer) {
    var object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
      String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      int line = lineOf(entry.getKeyNode());
      if (object.has(key)) {
        problems.add(
            new PolicyProblem(
                line,
                below,
                "given twice, first on line %d: take one away".formatted(line(below))));
        continue;
      }
      lines.put(below, line);
      object.set(key, convert(entry.getValueNode(), below));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    boolean plainInteger = tag.equals(Tag.INT) && text.matches("-?\\d{1,9}");
    return plainInteger ? JSON.numberNode(Integer.parseInt(text)) : JSON.stringNode(text);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
