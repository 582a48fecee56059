package io.gatehouse.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of Gatehouse's own images, on the class path that the build left behind. */
enum Jvm {
  WORKER("workers", "io.gatehouse.worker.host.Worker"),
  STARTER("starter", "io.gatehouse.starter.Gatehouse"),
  SANDBOX("sandbox", "io.gatehouse.sandbox.SandboxMain"),
  DOCTOR("doctor", "io.gatehouse.doctor.Doctor");

  private final String module;
  private final String main;

  Jvm(String module, String main) {
    this.module = module;
    this.main = main;
  }

  List<String> command(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("@" + EnvFile.HOUSE.resolve("deploy/image/java.options"));
    command.add("-XX:TieredStopAtLevel=1"); // here each lives for seconds only
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(arguments);
    return command;
  }

  String classPath() {
    Path target = EnvFile.HOUSE.resolve(module).resolve("target");
    try {
      return target.resolve("classes") + ":" + Files.readString(target.resolve("class-path"));
    } catch (IOException e) {
      throw new UncheckedIOException(module + " is not packaged: build it first", e);
    }
  }
}
