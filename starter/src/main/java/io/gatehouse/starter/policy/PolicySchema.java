package io.gatehouse.starter.policy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The policy's JSON Schema, and its complaints in sentences that people understand. */
final class PolicySchema {
  private static final Schema SCHEMA = load();

  private PolicySchema() {}

  static List<PolicyProblem> problems(YamlTree tree) {
    return SCHEMA.validate(tree.root()).stream().map(error -> problem(error, tree)).toList();
  }

  private static Schema load() {
    try (var text = PolicySchema.class.getResourceAsStream("policy.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(text, "policy.schema.json"), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PolicyProblem problem(Error error, YamlTree tree) {
    String at = pointer(error);
    String missing = Objects.requireNonNullElse(error.getProperty(), "");
    String path =
        error.getKeyword().equals("required") || error.getKeyword().equals("additionalProperties")
            ? at + "/" + missing
            : at;
    return new PolicyProblem(tree.line(path), path, sentence(error, tree.root().at(at)));
  }

  /** The location's text is a JSON path like {@code $.asking}: here a pointer is wanted. */
  private static String pointer(Error error) {
    var location = error.getInstanceLocation();
    var pointer = new StringBuilder();
    for (int i = 0; i < location.getNameCount(); i++) {
      pointer.append('/').append(location.getName(i));
    }
    return pointer.toString();
  }

  private static String sentence(Error error, JsonNode found) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> "is missing";
      case "additionalProperties" -> "is no key of a policy: check the spelling or take it away";
      case "type" -> "is %s, but has to be %s".formatted(shown(found), kind(rule.asString("")));
      case "const" -> "is %s, but has to be %s".formatted(shown(found), rule);
      case "enum" -> "is %s, but has to be one of %s".formatted(shown(found), choices(rule));
      case "minimum" -> "is %s, but has to be at least %s".formatted(shown(found), rule);
      case "maximum" -> "is %s, but has to be at most %s".formatted(shown(found), rule);
      case "minLength" -> "is empty";
      case "maxItems" -> "has too many entries, at most %s".formatted(rule);
      case "pattern" ->
          "is %s, but has to be %s"
              .formatted(
                  shown(found),
                  rule.asString("").contains(":")
                      ? "a time of day like \"02:00\""
                      : "an object id like 0b9c5c1e-7d0a-4c5e-9a53-2f1a6f5e7b10");
      default -> error.getMessage();
    };
  }

  private static String shown(JsonNode found) {
    if (found.isObject()) {
      return "a group of keys";
    }
    return found.isArray() ? "a list" : found.isNull() ? "empty" : found.toString();
  }

  private static String kind(String type) {
    return switch (type) {
      case "integer" -> "a whole number";
      case "array" -> "a list";
      case "object" -> "a group of keys";
      case "boolean" -> "true or false";
      default -> "text";
    };
  }

  private static String choices(JsonNode rule) {
    return StreamSupport.stream(rule.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.joining(", "));
  }
}
