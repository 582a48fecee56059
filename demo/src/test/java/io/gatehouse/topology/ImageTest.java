package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Dockerfile says, and what its layout script makes of a build. */
class ImageTest {
  private static List<String> lines = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    lines =
        Files.readString(EnvFile.HOUSE.resolve("Dockerfile"))
            .replace("\\\n", " ")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
  }

  @Test
  void bases_are_pinned_to_a_full_version() {
    assertThat(starting("FROM "))
        .filteredOn(from -> !from.startsWith("FROM runtime"))
        .hasSize(2)
        .allMatch(from -> from.matches("FROM \\S+:\\d+\\.\\d+\\.\\d+\\S* AS \\w+"));
  }

  @Test
  void every_image_runs_as_a_numbered_user_and_nothing_becomes_root_again() {
    int runtime = lines.indexOf(starting("FROM eclipse-temurin").getFirst());

    assertThat(starting("USER ")).containsExactly("USER 10001:10001");
    assertThat(lines.indexOf("USER 10001:10001")).isGreaterThan(runtime);
    assertThat(lines.subList(runtime, lines.size())).noneMatch(line -> line.contains("--chown"));
  }

  @Test
  void what_changes_seldom_lies_below_what_changes_often() {
    for (String target : List.of("worker", "sandbox", "doctor", "starter")) {
      int from = lines.indexOf("FROM runtime AS " + target);
      assertThat(lines.subList(from + 1, from + 3))
          .containsExactly(
              "COPY --from=build /image/%s/lib lib".formatted(target),
              "COPY --from=build /image/%s/app app".formatted(target));
    }
  }

  @Test
  void every_image_whose_health_check_asks_with_our_probe_has_it() throws IOException {
    for (Jvm jvm : List.of(Jvm.WORKER, Jvm.STARTER, Jvm.SANDBOX)) {
      String target = jvm.name().toLowerCase(Locale.ROOT);
      int from = lines.indexOf("FROM runtime AS " + target);
      boolean copied =
          lines.stream()
              .skip(from + 1L)
              .takeWhile(line -> !line.startsWith("FROM "))
              .anyMatch(line -> line.endsWith("/app/gatehouse-config.jar app/"));
      assertThat(copied || jvm.classPath().contains("/config/target/")).as(target).isTrue();
    }
  }

  @Test
  void no_secret_gets_in() throws IOException {
    List<String> ignored = Files.readAllLines(EnvFile.HOUSE.resolve(".dockerignore"));

    assertThat(ignored).contains("*").noneMatch(line -> line.startsWith("!.env"));
    assertThat(lines).noneMatch(line -> line.matches("(?i)(ARG|ENV) .*(password|secret|token).*"));
  }

  @Test
  void a_process_starts_from_the_layout_of_its_image() throws IOException {
    Path image = folder.resolve("sandbox");
    Program.start(
            "layout",
            folder,
            List.of(
                "sh",
                EnvFile.HOUSE.resolve("deploy/image/layout.sh").toString(),
                "sandbox",
                image.toString()),
            Map.of())
        .ended();

    assertThat(names(image.resolve("app"))).containsExactly("gatehouse-sandbox.jar");
    assertThat(names(image.resolve("lib"))).anyMatch(name -> name.startsWith("greenmail-"));
    var command =
        Stream.of(
                Stream.of(ProcessHandle.current().info().command().orElse("java")),
                Stream.of("@" + EnvFile.HOUSE.resolve("deploy/image/java.options"), "-cp"),
                Stream.of("app/*:lib/*", "io.gatehouse.sandbox.SandboxMain", "--help"))
            .flatMap(words -> words)
            .toList();
    assertThat(Program.start("sandbox", image, command, Map.of()).ended())
        .contains("A tenant with Microsoft Graph");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> starting(String words) {
    return lines.stream().filter(line -> line.startsWith(words)).toList();
  }
}
