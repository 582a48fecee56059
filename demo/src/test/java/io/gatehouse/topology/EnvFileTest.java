package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gatehouse init-env}, which needs a shell and nothing else. */
class EnvFileTest {
  private static final String TENANT = "11111111-2222-4333-8444-555555555555";
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{48}");

  /** A password that somebody typed: what a variable or a key holds is none. */
  private static final Pattern TYPED =
      Pattern.compile("(?im)^\\s*\\w*(password|pwd|secret)\\w*\\s*[:=]\\s*[^$\\s{#][^\\s]*$");

  @TempDir private Path folder;

  @Test
  void every_password_is_a_secret_of_its_own_that_only_this_user_reads() throws IOException {
    EnvFile env = EnvFile.written(folder);
    List<String> secrets =
        env.variables().entrySet().stream()
            .filter(each -> each.getKey().matches(".*_(PASSWORD|SECRET)"))
            .filter(each -> !each.getValue().isEmpty())
            .map(Map.Entry::getValue)
            .toList();

    assertThat(secrets).hasSize(6).doesNotHaveDuplicates().allMatch(SECRET.asMatchPredicate());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env.file())))
        .isEqualTo("rw-------");
    assertThat(env.said()).contains("docker compose --profile trial up");
    assertThat(secrets).noneMatch(env.said()::contains);
  }

  @Test
  void a_file_that_is_there_is_kept_unless_told_otherwise() throws IOException {
    EnvFile first = EnvFile.written(folder);
    String before = Files.readString(first.file());

    assertThatThrownBy(() -> EnvFile.written(folder)).hasMessageContaining("--force");
    assertThat(Files.readString(first.file())).isEqualTo(before);
    EnvFile.written(folder, "--force");
    assertThat(Files.readString(first.file())).isNotEqualTo(before);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith(".env."));
    }
  }

  @Test
  void for_a_tenant_it_names_the_tenant_and_leaves_the_rest_to_fill_in() throws IOException {
    EnvFile env = EnvFile.written(folder, "--tenant", TENANT);

    assertThat(env.variables())
        .containsEntry("GATEHOUSE_TENANT", TENANT)
        .containsEntry("COMPOSE_PROFILES", "tenant")
        .containsEntry("GATEHOUSE_TEMPORAL_NAMESPACE", "gatehouse")
        .containsEntry("GATEHOUSE_MAIL_HOST", "");
    assertThat(env.said()).contains("Fill in");
  }

  @Test
  void a_tenant_that_is_no_guid_is_one_sentence_and_no_file() {
    assertThatThrownBy(() -> EnvFile.written(folder, "--tenant", "contoso"))
        .hasMessageContaining("\"contoso\" is no tenant id");
    assertThat(folder.resolve(".env")).doesNotExist();
  }

  @Test
  void no_password_stands_in_the_files_of_the_deployment() throws IOException {
    for (String file : List.of("docker-compose.yml", "Dockerfile", "deploy/postgres/roles.sql")) {
      assertThat(Files.readString(EnvFile.HOUSE.resolve(file)))
          .as(file)
          .doesNotContainPattern(TYPED);
    }
    assertThat(Files.readString(EnvFile.HOUSE.resolve("deploy/env.template")))
        .doesNotContainPattern("(?m)^\\w*(PASSWORD|SECRET)=(?!RANDOM$|$)");
    assertThat("POSTGRES_PASSWORD: postgres").containsPattern(TYPED); // the pattern finds one
    assertThat(Files.readAllLines(EnvFile.HOUSE.resolve(".gitignore"))).contains(".env");
  }
}
