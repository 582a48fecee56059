package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.SettingsException;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.Variable;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartChecksTest {
  private final TryHouse house = new TryHouse();
  private final GraphSettings graph =
      new GraphSettings(
          house.sandbox().graph().baseUrl().toString(), token(AppRegistration.OBSERVER), null);

  @AfterEach
  void stop() {
    house.close();
  }

  private static GraphCredential token(AppRegistration app) {
    return new GraphCredential.Static(app.token());
  }

  @Test
  void a_steward_who_can_answer_is_no_reason_to_stop() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void without_a_policy_there_is_no_steward_to_ask_for_and_the_scan_will_say_so() {
    var empty = house.database().store(UUID.randomUUID().toString());

    assertThatCode(() -> new StartChecks(empty, house.reader()).run()).doesNotThrowAnyException();
    assertThat(house.sandbox().graph().served()).isEmpty();
  }

  @Test
  void a_policy_in_the_format_of_an_earlier_version_stops_the_start() {
    String old = "{\"mode\":\"ENFORCE\",\"zone\":\"UTC\",\"exclusions\":[]}";
    house.store().policies().apply("old", old, house.now(), "a test", null);

    assertThat(problem()).startsWith("Policy version 2 was applied by an earlier Gatehouse");
  }

  @ParameterizedTest
  @CsvSource({"FRANK", "IVAN"})
  void a_steward_who_is_disabled_or_without_a_mailbox_stops_the_start(Employee unfit) {
    refused(house.tenant().idOf(unfit));
  }

  @Test
  void a_steward_who_is_a_guest_who_left_or_whom_nobody_knows_stops_the_start() {
    refused(house.idOf(NamedGuest.ACTIVE_INTERACTIVE));
    refused("00000000-0000-4000-8000-000000000000");
    house
        .tenant()
        .delete(house.tenant().idOf(Employee.HENRY), Initiator.ADMINISTRATOR, "elsewhere");
    refused(house.tenant().idOf(Employee.HENRY));
  }

  private void refused(String steward) {
    house.apply(TryPolicy.steward(steward));

    assertThat(problem())
        .isEqualTo(
            "The policy's steward %s cannot be asked: the account has to exist, be enabled, be no guest and have a mailbox. Name another one and run ./gatehouse policy apply FILE."
                .formatted(steward));
  }

  @Test
  void a_directory_that_does_not_answer_is_not_the_stewards_fault() {
    house.sandbox().graph().faults().inject("GET", "^/users/", 1, new Fault.HtmlBadGateway());

    assertThat(problem())
        .startsWith("The policy's steward cannot be looked up: GET /users/{id}")
        .contains("try again later");
  }

  private String problem() {
    return String.valueOf(catchThrowableOfType(StartProblem.class, this::check).getMessage());
  }

  private void check() {
    new StartChecks(house.store(), house.reader()).run();
  }

  @Test
  void who_writes_needs_a_reading_registration_of_its_own() {
    Map<String, String> environment = environment("sandbox-looker");
    environment.remove(Variable.GRAPH_LOOKER_KIND.key());

    assertThat(catchThrowableOfType(SettingsException.class, () -> graph(environment)).getMessage())
        .contains(Variable.GRAPH_LOOKER_KIND.key());
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-looker,",
    "wrong, InvalidAuthenticationToken",
    "sandbox-actor, Authorization_RequestDenied"
  })
  void the_lookers_registration_is_tried_before_any_work(String token, @Nullable String code) {
    Settings settings = graph(environment(token));

    if (code == null) {
      assertThatCode(() -> StartChecks.probed(settings.graph(), house.clock()))
          .doesNotThrowAnyException();
    } else {
      assertThat(
              catchThrowableOfType(
                      StartProblem.class, () -> StartChecks.probed(settings.graph(), house.clock()))
                  .getMessage())
          .startsWith("Microsoft Graph at http://127.0.0.1:")
          .contains("cannot be read with the registration of GATEHOUSE_GRAPH_LOOKER_*", code);
    }
  }

  private static Settings graph(Map<String, String> environment) {
    return Settings.of(environment, Part.GRAPH, Part.WRITER);
  }

  private Map<String, String> environment(String lookerToken) {
    var all = new TreeMap<String, String>();
    all.put(Variable.TENANT.key(), house.house().tenant());
    all.put(Variable.GRAPH_BASE_URL.key(), graph.baseUrl());
    for (var side : Map.of("READER", "sandbox-observer", "WRITER", "sandbox-actor").entrySet()) {
      all.put("GATEHOUSE_GRAPH_" + side.getKey() + "_KIND", "static");
      all.put("GATEHOUSE_GRAPH_" + side.getKey() + "_TOKEN", side.getValue());
    }
    all.put(Variable.GRAPH_LOOKER_KIND.key(), "static");
    all.put(Variable.GRAPH_LOOKER_TOKEN.key(), lookerToken);
    return all;
  }
}
