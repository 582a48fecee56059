package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we ship can be told by its parts, and built again by whoever wants to check it. */
class SupplyTest {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final Path BILL = HOUSE.resolve("target/bom.json");
  private static final int BUILD_MINUTES = 5;

  @TempDir private Path elsewhere;

  @Test
  void the_bill_of_materials_names_every_library_that_worker_and_pages_run_with()
      throws IOException {
    if (System.getenv("CI") == null) {
      assumeThat(BILL).as("Maven writes it in builds without -o only").exists();
    }
    JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
    Set<String> files =
        bill.get("components").valueStream().flatMap(SupplyTest::jars).collect(Collectors.toSet());

    assertThat(Stream.of("workers", "starter").flatMap(SupplyTest::libraries))
        .hasSizeGreaterThan(100)
        .allMatch(files::contains);
    assertThat(files).noneMatch(file -> file.startsWith("junit-") || file.startsWith("assertj-"));
  }

  /** Another folder, another minute: the jar is the same to the byte. */
  @Test
  void a_module_built_elsewhere_gives_the_same_jar() throws IOException, InterruptedException {
    String pom = Files.readString(HOUSE.resolve("pom.xml"));
    Files.writeString(
        elsewhere.resolve("pom.xml"),
        pom.replaceAll(
            "(?s)<modules>.*</modules>", "<modules><module>evidence</module></modules>"));
    copy(HOUSE.resolve("evidence/src/main"), elsewhere.resolve("evidence/src/main"));
    Files.copy(HOUSE.resolve("evidence/pom.xml"), elsewhere.resolve("evidence/pom.xml"));

    var build =
        new ProcessBuilder(
                "mvn", "--offline", "--quiet", "-DskipTests", "-Dspotless.check.skip", "package")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .redirectOutput(elsewhere.resolve("log").toFile());
    build.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = build.start();
    assertThat(process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(elsewhere.resolve("log"))).isZero();

    assertThat(jar(elsewhere)).hasSameBinaryContentAs(jar(HOUSE));
  }

  private static Path jar(Path house) throws IOException {
    try (Stream<Path> files = Files.list(house.resolve("evidence/target"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** A jar with a classifier, such as natives, has its name in the purl only. */
  private static Stream<String> jars(JsonNode component) {
    String name = component.get("name").asText() + "-" + component.get("version").asText();
    String purl = component.path("purl").asText();
    int at = purl.indexOf("classifier=");
    String classifier = at < 0 ? "" : "-" + purl.substring(at + 11).split("&", 2)[0];
    return Stream.of(name + classifier + ".jar");
  }

  private static Stream<String> libraries(String module) {
    try {
      String classPath = Files.readString(HOUSE.resolve(module).resolve("target/class-path"));
      return Arrays.stream(classPath.strip().split(File.pathSeparator, -1))
          .map(Path::of)
          .filter(jar -> !jar.startsWith(HOUSE))
          .map(jar -> jar.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Path there = to.resolve(from.relativize(each).toString());
      if (Files.isDirectory(each)) {
        Files.createDirectories(there);
      } else {
        Files.copy(each, there);
      }
    }
  }
}
