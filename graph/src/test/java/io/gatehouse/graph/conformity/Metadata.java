package io.gatehouse.graph.conformity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Microsoft's own description of Graph v1.0, in the folder that the environment variable
 * GATEHOUSE_GRAPH_METADATA names: {@code graph-v1.0.csdl} (the service's $metadata) and {@code
 * graph-permissions.json} (the permission reference). They are not part of this repository.
 */
record Metadata(Schema schema, PermissionTable permissions) {

  static final String VARIABLE = "GATEHOUSE_GRAPH_METADATA";

  static final String WITHOUT_IT =
      VARIABLE
          + " is not set: without Graph's metadata nothing can be said about conformity. Set it to"
          + " a folder with graph-v1.0.csdl and graph-permissions.json.";

  /** Reads the folder; one that is named and cannot be read fails the test. */
  static Metadata read() {
    var folder = Path.of(System.getenv(VARIABLE));
    try (var csdl = Files.newInputStream(folder.resolve("graph-v1.0.csdl"));
        var permissions =
            Files.newBufferedReader(folder.resolve("graph-permissions.json"), UTF_8)) {
      return new Metadata(SchemaReading.read(csdl), PermissionTable.read(permissions));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "%s names %s, and a file in it cannot be read: correct the variable or unset it."
              .formatted(VARIABLE, folder),
          unreadable);
    }
  }
}
