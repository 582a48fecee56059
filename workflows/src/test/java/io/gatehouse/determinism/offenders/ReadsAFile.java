package io.gatehouse.determinism.offenders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does what only an activity may do. */
public final class ReadsAFile {
  public String read() throws IOException {
    return Files.readString(Path.of("policy.yaml"));
  }
}
