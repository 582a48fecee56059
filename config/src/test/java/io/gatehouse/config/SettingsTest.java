package io.gatehouse.config;

import static io.gatehouse.config.SomeEnvironment.COMPLETE;
import static io.gatehouse.config.SomeEnvironment.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void a_complete_environment_gives_all_parts_with_their_defaults() {
    Settings settings = Settings.of(COMPLETE);

    assertThat(settings.temporal())
        .isEqualTo(new TemporalSettings("127.0.0.1:7233", "default", null));
    assertThat(settings.pages())
        .isEqualTo(new PageSettings("127.0.0.1", 8085, "http://127.0.0.1:8085", null));
    assertThat(settings.mail().port()).isEqualTo(587);
    assertThat(settings.mail().startTls()).isEqualTo(MailSettings.StartTls.REQUIRED);
    assertThat(settings.graph().baseUrl()).isEqualTo("https://graph.microsoft.com/v1.0");
    assertThat(settings.graph().acting()).isNull();
    assertThat(settings.database().user()).isEqualTo("app");
    assertThat(settings.reader().user()).isEqualTo("reader");
    assertThat(settings.migration().owner().user()).isEqualTo("owner");
  }

  @Test
  void builds_are_told_apart_only_where_a_deployment_is_named() {
    assertThat(Settings.of(COMPLETE).deployment()).isEmpty();

    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_WORKER_DEPLOYMENT", "gatehouse");
    DeploymentSettings deployment = Settings.of(environment).deployment().orElseThrow();
    assertThat(deployment.build(Settings.class)).matches("[0-9a-f]{12}");

    environment.put("GATEHOUSE_WORKER_BUILD", "0.2.0");
    assertThat(Settings.of(environment).deployment())
        .contains(new DeploymentSettings("gatehouse", "0.2.0"));
  }

  @Test
  void a_build_without_a_deployment_and_names_that_temporal_cannot_keep_apart_are_refused() {
    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_WORKER_BUILD", "0.2.0");
    assertThatThrownBy(() -> Settings.of(environment))
        .hasMessageContaining("GATEHOUSE_WORKER_BUILD")
        .hasMessageContaining("alone it does nothing");

    environment.put("GATEHOUSE_WORKER_DEPLOYMENT", "gate.house");
    environment.put("GATEHOUSE_WORKER_BUILD", "0.2:0");
    assertThatThrownBy(() -> Settings.of(environment))
        .hasMessageContaining("GATEHOUSE_WORKER_DEPLOYMENT is \"gate.house\"")
        .hasMessageContaining("GATEHOUSE_WORKER_BUILD is \"0.2:0\"");
  }

  @Test
  void a_migration_knows_the_other_roles_by_name_only() {
    var environment = new HashMap<>(COMPLETE);
    environment.remove("GATEHOUSE_DB_PASSWORD");
    environment.remove("GATEHOUSE_DB_READER_PASSWORD");

    MigrationSettings settings = Settings.of(environment, Part.OWNER).migration();

    assertThat(settings.program()).isEqualTo("app");
    assertThat(settings.pages()).isEqualTo("reader");
  }

  @Test
  void a_log_that_would_be_silent_is_refused() {
    var environment = Map.of("GATEHOUSE_TENANT", TENANT, "GATEHOUSE_LOG", "xml");

    assertThatThrownBy(() -> Settings.of(environment, Part.HEALTH))
        .hasMessageContaining("GATEHOUSE_LOG")
        .hasMessageContaining("text or json");
  }

  @Test
  void an_empty_environment_is_reported_as_a_whole() {
    var problem = catchThrowableOfType(SettingsException.class, () -> Settings.of(Map.of()));

    assertThat(problem.problems())
        .extracting(SettingProblem::variable)
        .containsExactlyInAnyOrder(
            "GATEHOUSE_TENANT",
            "GATEHOUSE_DB_URL",
            "GATEHOUSE_DB_USER",
            "GATEHOUSE_DB_PASSWORD",
            "GATEHOUSE_DB_READER_USER",
            "GATEHOUSE_DB_READER_PASSWORD",
            "GATEHOUSE_DB_OWNER_USER",
            "GATEHOUSE_DB_OWNER_PASSWORD",
            "GATEHOUSE_MAIL_HOST",
            "GATEHOUSE_MAIL_FROM",
            "GATEHOUSE_GRAPH_READER_KIND");
    assertThat(problem).message().hasLineCount(11);
  }

  @Test
  void a_part_that_is_not_needed_is_not_asked_for() {
    var environment = Map.of("GATEHOUSE_TENANT", TENANT);

    Settings settings = Settings.of(environment, Part.TEMPORAL);

    assertThat(settings.temporal().target()).isEqualTo("127.0.0.1:7233");
    assertThatThrownBy(settings::mail).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GATEHOUSE_TENANT               | contoso.example.com          | GUID
          GATEHOUSE_DB_URL               | mysql://db/gatehouse         | PostgreSQL
          GATEHOUSE_DB_URL               | jdbc:postgresql://a/b?password=geheim | take user and password out
          GATEHOUSE_TEMPORAL_TARGET      | temporal                     | host and port
          GATEHOUSE_MAIL_PORT            | 0                            | a port from 1
          GATEHOUSE_MAIL_PORT            | smtp                         | a port from 1
          GATEHOUSE_MAIL_PER_MINUTE      | 0                            | a number from 1
          GATEHOUSE_MAIL_STARTTLS        | maybe                        | REQUIRED or OFF
          GATEHOUSE_MAIL_STARTTLS        | OFF                          | unencrypted
          GATEHOUSE_MAIL_FROM            | Guests <guests@example.com>  | an address like
          GATEHOUSE_MAIL_USER            | someone                      | GATEHOUSE_MAIL_PASSWORD
          GATEHOUSE_GRAPH_BASE_URL       | http://graph.example.com     | plain http only for this machine
          GATEHOUSE_GRAPH_READER_KIND    | password                     | static, certificate, workload or managed
          GATEHOUSE_GRAPH_WRITER_KIND    | certificate                  | GATEHOUSE_GRAPH_WRITER_CLIENT_ID
          GATEHOUSE_KEYS_WRITE           | 2026-11-27-9f3ab1c4          | give it or GATEHOUSE_KEYS_FOLDER
          GATEHOUSE_KEYS                 | 2026-11-27-9f3ab1c4=geheim   | GATEHOUSE_KEYS_WRITE is not set
          GATEHOUSE_KEYS_FOLDER          | /etc/gatehouse/keys          | GATEHOUSE_KEYS_WRITE is not set
          GATEHOUSE_KEYS_PLAINTEXT_UNTIL | next spring                  | give a day like 2027-03-31
          GATEHOUSE_TEMPORAL_UI_URL      | http://temporal.example.com  | plain http only for this machine
          GATEHOUSE_PAGES_PORT           | 70000                        | a port from 0 to 65535
          GATEHOUSE_PAGES_ADDRESS        | 0.0.0.0                      | GATEHOUSE_PAGES_BASE_URL
          GATEHOUSE_PAGES_BASE_URL       | http://guests.example.com    | plain http only for this machine
          """)
  void a_value_that_cannot_be_used_is_named_with_what_to_do(
      String variable, String value, String sentence) {
    var environment = new HashMap<>(COMPLETE);
    environment.put(variable, value);

    assertThatThrownBy(() -> Settings.of(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(variable.substring(0, 14))
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("geheim");
  }

  @Test
  void the_temporal_ui_may_be_below_a_path() {
    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_TEMPORAL_UI_URL", "https://temporal.example.com:8443/ui/");

    assertThat(Settings.of(environment).pages().temporalUi())
        .isEqualTo("https://temporal.example.com:8443/ui");
  }

  @Test
  void mail_may_stay_unencrypted_on_this_machine() {
    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_MAIL_HOST", "localhost");
    environment.put("GATEHOUSE_MAIL_STARTTLS", "OFF");

    assertThat(Settings.of(environment).mail().startTls()).isEqualTo(MailSettings.StartTls.OFF);
  }

  @Test
  void every_variable_says_what_it_is_for() {
    assertThat(Arrays.stream(Variable.values()).map(Variable::meaning)).noneMatch(String::isBlank);
    assertThat(Arrays.stream(Variable.values()).filter(Variable::secret).map(Variable::fallback))
        .containsOnly("");
  }
}
