package io.gatehouse.graph.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonSyntaxException;
import io.gatehouse.graph.access.Duty;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.sandbox.tenant.AppRegistration;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Holds what the product asks, and what the sandbox answers, against Microsoft's own description of
 * Graph. Each exception is asserted both ways: one that is not needed any more fails the test.
 */
@EnabledIfEnvironmentVariable(
    named = Metadata.VARIABLE,
    matches = ".+",
    disabledReason = Metadata.WITHOUT_IT)
class ConformityTest {

  /**
   * The permission reference says nothing about reading the bin. User.Read.All is taken for enough;
   * no real tenant has confirmed it.
   */
  private static final Set<String> NOT_IN_THE_PERMISSION_REFERENCE =
      Set.of("LOOKER GET /directory/deletedItems/{id}");

  /** What some tenants write although the metadata forbids it: the sandbox does it on purpose. */
  private static final Set<String> FLAWS_ON_PURPOSE =
      Set.of(
          "microsoft.graph.signInActivity/lastSignInDateTime: \"\" is no Edm.DateTimeOffset",
          "microsoft.graph.signInActivity/lastNonInteractiveSignInDateTime: \"\" is no Edm.DateTimeOffset",
          "microsoft.graph.signInActivity/lastSuccessfulSignInDateTime: \"\" is no Edm.DateTimeOffset");

  /** Control information that the SDK's models have no field for. */
  private static final Set<String> UNKNOWN_TO_THE_SDK = Set.of("@odata.context");

  private static final String EMPTY_DATE = "DateTime\":\"\"";

  private static Schema schema;
  private static PermissionTable permissions;
  private static Conversation conversation;

  @BeforeAll
  static void talk() throws IOException {
    var metadata = Metadata.read();
    schema = metadata.schema();
    permissions = metadata.permissions();
    conversation = Conversation.held(schema);
  }

  @Test
  void every_method_of_reader_and_writer_took_part() {
    var methods =
        Stream.of(DirectoryReader.class, DirectoryWriter.class)
            .flatMap(side -> Arrays.stream(side.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> method.getName() + "/" + method.getParameterCount());

    assertThat(conversation.asked()).containsExactlyInAnyOrderElementsOf(methods.toList());
  }

  @Test
  void every_kind_of_list_showed_something() {
    var empty = new TreeSet<String>();
    var shown = new TreeSet<String>();
    for (var exchange : answered()) {
      var target = exchange.target(schema);
      if (type(exchange).collection()) {
        var list = exchange.body().getAsJsonArray("value");
        (list.isEmpty() ? empty : shown).add(target.template());
      }
    }

    assertThat(shown).containsAll(empty).hasSizeGreaterThan(10);
  }

  @Test
  void another_client_is_answered_too() {
    assertThat(conversation.withOthers())
        .isNotEmpty()
        .allSatisfy(exchange -> assertThat(exchange.status()).as("%s", exchange).isEqualTo(200));
  }

  @Test
  void every_path_and_every_property_asked_for_exists() {
    assertThat(conversation.exchanges())
        .isNotEmpty()
        .allSatisfy(exchange -> {
          var target = exchange.target(schema);
          if (target.answer() != null) {
            var flaws = new QueryCheck(schema).flaws(target.answer(), exchange.query());
            assertThat(flaws).as(target.template()).isEmpty();
          }
        });
  }

  @Test
  void every_call_is_covered_by_a_permission_of_the_registration_that_makes_it() {
    var uncovered = new TreeSet<String>();
    for (var exchange : conversation.exchanges()) {
      var path = exchange.target(schema).template();
      if (!permissions.covers(permissionsOf(exchange.app()), exchange.method(), path)) {
        uncovered.add("%s %s %s".formatted(exchange.app(), exchange.method(), path));
      }
    }

    assertThat(uncovered).isEqualTo(NOT_IN_THE_PERMISSION_REFERENCE);
  }

  @Test
  void every_call_is_one_that_some_need_of_its_registration_names() {
    for (var exchange : conversation.exchanges()) {
      var call = exchange.method() + " " + exchange.target(schema).template();

      assertThat(dutyOf(exchange.app()).needs())
          .as("%s by %s", call, exchange.app())
          .anySatisfy(need -> assertThat(need.calls()).contains(call));
    }
  }

  @Test
  void every_call_that_a_need_names_is_covered_by_the_permissions_of_its_registration() {
    for (var duty : Duty.values()) {
      for (var need : duty.needs()) {
        for (var call : need.calls()) {
          var words = call.split(" ", 2);
          if (!NOT_IN_THE_PERMISSION_REFERENCE.contains("LOOKER " + call)) {
            assertThat(permissions.covers(duty.permissions(), words[0], words[1]))
                .as("%s %s", duty, call)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void no_reading_registration_could_change_anything() {
    var changes =
        conversation.exchanges().stream().filter(it -> !it.method().equals("GET")).toList();

    assertThat(changes)
        .isNotEmpty()
        .allSatisfy(change ->
            assertThat(
                    permissions.covers(
                        Duty.READER.permissions(),
                        change.method(),
                        change.target(schema).template()))
                .isFalse());
  }

  @Test
  void the_sandbox_gives_each_registration_what_it_needs() {
    for (var app : AppRegistration.values()) {
      assertThat(app.permissions()).as(app.name()).containsAll(permissionsOf(app));
    }
  }

  @Test
  void every_property_type_and_enum_member_that_the_sandbox_emits_is_graphs() {
    var flaws = new TreeSet<String>();
    for (var exchange : answered()) {
      flaws.addAll(BodyCheck.flaws(schema, type(exchange), exchange.body()));
    }

    assertThat(flaws).isEqualTo(FLAWS_ON_PURPOSE);
  }

  @Test
  void the_sdk_reads_every_well_formed_answer_and_finds_a_place_for_everything() {
    var leftOver = new TreeSet<String>();
    for (var exchange : answered()) {
      if (!exchange.answer().contains(EMPTY_DATE)) {
        leftOver.addAll(SdkReading.leftOver(SdkReading.read(type(exchange), exchange.answer())));
      }
    }

    assertThat(leftOver).isEqualTo(UNKNOWN_TO_THE_SDK);
  }

  @Test
  void the_sdk_loses_the_whole_answer_over_one_empty_date_that_the_product_read() {
    var pages = answered().stream().filter(it -> it.answer().contains(EMPTY_DATE)).toList();

    assertThat(pages)
        .isNotEmpty()
        .allSatisfy(page ->
            assertThatThrownBy(() -> SdkReading.read(type(page), page.answer()))
                .isInstanceOf(JsonSyntaxException.class));
  }

  private static Set<String> permissionsOf(AppRegistration app) {
    return dutyOf(app).permissions();
  }

  private static Duty dutyOf(AppRegistration app) {
    return switch (app) {
      case OBSERVER -> Duty.READER;
      case LOOKER -> Duty.LOOKER;
      case ACTOR -> Duty.WRITER;
    };
  }

  private static List<Exchange> answered() {
    return Stream.of(conversation.exchanges(), conversation.withOthers())
        .flatMap(List::stream)
        .filter(Exchange::answered)
        .toList();
  }

  private static TypeRef type(Exchange exchange) {
    var answer = Objects.requireNonNull(exchange.target(schema).answer());
    return new TypeRef(schema.qualified(answer.name()), answer.collection());
  }
}
