package io.gatehouse.starter.codec;

import static io.gatehouse.starter.codec.UiPage.json;
import static io.gatehouse.starter.codec.UiPage.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.starter.SomeEncryption;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.guest.GuestRow;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codec server as a browser on the Temporal UI's page meets it. */
class CodecServerTest {
  private static final String UI = "http://127.0.0.1:8233";
  private static final Encryption ENCRYPTION = SomeEncryption.fresh();

  private static TestHouse house;
  private static Serve serve;
  private static GuestRow ann;
  private static UiPage ui;

  private int alreadyTold;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    ann = house.guest("Ann Coded", "STALE", "IN_PROGRESS", 200);
    serve =
        Serve.start(
            house.settings(Map.of("GATEHOUSE_TEMPORAL_UI_URL", UI)),
            house.people.keys(TestPeople.OLIVIA),
            ENCRYPTION,
            house.clock,
            house.client,
            Traces.NONE);
    ui = new UiPage(serve.port(), UI);
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @BeforeEach
  void count() {
    alreadyTold = ledger().size();
  }

  @Test
  void payloads_come_back_readable_in_their_order() throws Exception {
    Payload first = written("first", guest());
    Payload second = written("second", "desk/" + TestHouse.TENANT + "/bob");

    HttpResponse<String> answer = decode(json(first, plain("third"), second));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(texts(answer)).containsExactly("\"first\"", "\"third\"", "\"second\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/codec/decode", "/codec/decode?preserveStorageRefs=true"})
  void both_forms_of_address_are_understood(String path) throws Exception {
    HttpResponse<String> answer =
        ui.send(ui.request(path).POST(BodyPublishers.ofString(json(written("x", guest())))));

    assertThat(texts(answer)).containsExactly("\"x\"");
  }

  @Test
  void the_ui_hears_that_it_may_ask_before_anybody_signed_in() {
    HttpResponse<String> answer = ui.preflight(UI);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(UI);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue("POST");
    assertThat(
            answer
                .headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .toLowerCase(Locale.ROOT))
        .contains("content-type", "x-namespace", "authorization", "authorization-extras");
  }

  @Test
  void a_decoded_answer_is_for_the_ui_alone() {
    HttpResponse<String> answer = decode(json(written("x", guest())));

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(UI);
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example.com", "http://127.0.0.1:8234", "null"})
  void no_other_page_may_ask(String origin) {
    assertThat(ui.preflight(origin).statusCode()).isEqualTo(403);
    HttpResponse<String> answer =
        ui.send(
            ui.request("/codec/decode")
                .setHeader("Origin", origin)
                .POST(BodyPublishers.ofString(json(written("x", guest())))));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(newLines()).isEmpty();
  }

  @Test
  void a_form_cannot_ask() {
    HttpResponse<String> answer =
        ui.send(
            ui.request("/codec/decode")
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(json(written("x", guest())))));

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void nobody_asks_through_a_proxy_until_people_sign_in() {
    HttpResponse<String> answer =
        ui.send(
            ui.request("/codec/decode")
                .setHeader("X-Forwarded-For", "192.0.2.1")
                .POST(BodyPublishers.ofString(json(written("x", guest())))));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(newLines()).isEmpty();
  }

  @Test
  void nothing_is_encoded_here() {
    assertThat(
            ui.send(ui.request("/codec/encode").POST(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_cannot_be_read_is_a_4xx_without_content_for_the_whole_request() {
    Payload changed =
        written("secret", guest()).toBuilder()
            .putMetadata("gatehouse-workflow", ByteString.copyFromUtf8("guest/x/y"))
            .build();

    HttpResponse<String> answer = decode(json(written("fine", guest()), changed));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .startsWith("A payload of workflow guest/x/y does not pass its check")
        .doesNotContain("secret")
        .doesNotContain("fine");
    assertThat(newLines()).isEmpty();
  }

  @Test
  void a_key_that_is_not_here_is_named() {
    Payload foreign = SomeEncryption.fresh().converter().toPayload("secret").orElseThrow();

    HttpResponse<String> answer = decode(json(foreign));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("give it that key too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"no json | 400", "[] | 400", "{\"payloads\": 1} | 400", "{} | 200"})
  void a_body_that_is_no_list_of_payloads_is_refused(String body, int status) {
    assertThat(decode(body).statusCode()).isEqualTo(status);
  }

  @Test
  void too_much_at_once_is_refused() {
    assertThat(decode(" ".repeat(33 * 1024 * 1024)).statusCode()).isEqualTo(413);
  }

  @Test
  void each_decoding_stands_in_the_ledger_once_per_workflow_and_without_contents() {
    Payload first = written("secret one", guest());
    Payload second = written("secret two", guest());
    Payload desk = written("secret three", "desk/" + TestHouse.TENANT + "/" + TestHouse.BOB);

    assertThat(decode(json(first, second, desk)).statusCode()).isEqualTo(200);

    String subject = house.store.ledger().subjectOf(ann.guestId());
    assertThat(newLines())
        .hasSize(2)
        .anyMatch(body -> body.contains("\"payloads\":2") && body.contains(subject))
        .anyMatch(body -> body.contains("\"payloads\":1") && !body.contains(subject))
        .noneMatch(body -> body.contains("secret"))
        .noneMatch(body -> body.contains(ann.guestId()) || body.contains(TestHouse.BOB))
        .allMatch(body -> body.contains("\"actor\":{\"commitment\""));
  }

  @Test
  void without_the_ledger_nothing_is_decoded() throws SQLException {
    asOwner("revoke insert on evidence.entry from " + TestDatabase.APP);
    try {
      HttpResponse<String> answer = decode(json(written("secret", guest())));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).doesNotContain("secret");
    } finally {
      asOwner("grant insert on evidence.entry to " + TestDatabase.APP);
    }
  }

  @Test
  void what_was_plain_already_is_no_decoding() {
    assertThat(decode(json(plain("x"))).statusCode()).isEqualTo(200);
    assertThat(newLines()).isEmpty();
  }

  @Test
  void a_house_without_keys_decodes_nothing() {
    try (var without = house.serve()) {
      HttpResponse<String> answer =
          new UiPage(without.port(), UI).decode(json(written("x", guest())));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("This process has no keys.\n");
    }
  }

  private static String guest() {
    return "guest/%s/%s".formatted(TestHouse.TENANT, ann.guestId());
  }

  private static Payload written(String text, String workflow) {
    return ENCRYPTION
        .converter()
        .withContext(new WorkflowSerializationContext("default", workflow))
        .toPayload(text)
        .orElseThrow();
  }

  private static Payload plain(String text) {
    return Encryption.NONE.converter().toPayload(text).orElseThrow();
  }

  private static HttpResponse<String> decode(String body) {
    return ui.decode(body);
  }

  private static void asOwner(String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                house.database.url(), TestDatabase.OWNER, TestDatabase.PASSWORD);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private List<String> newLines() {
    return ledger().stream().skip(alreadyTold).toList();
  }

  private static List<String> ledger() {
    try (var connection =
            DriverManager.getConnection(
                house.database.url(), TestDatabase.APP, TestDatabase.PASSWORD);
        var statement =
            connection.prepareStatement(
                "select body from evidence.entry where kind = 'payloads.decoded' order by position");
        var rows = statement.executeQuery()) {
      var bodies = new ArrayList<String>();
      while (rows.next()) {
        bodies.add(rows.getString(1));
      }
      return bodies;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
