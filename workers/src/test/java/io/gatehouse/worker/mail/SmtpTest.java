package io.gatehouse.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.MailSettings;
import io.gatehouse.sandbox.MovableClock;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of a mail server means for a letter. */
class SmtpTest {
  private static final Letter LETTER =
      new Letter(
          "<1@contoso.example.com>",
          null,
          "anna@contoso.example.com",
          "Subject",
          "text",
          "<p>html");

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such mailbox",
    "RCPT, 553 not allowed",
    "DATA, 554 5.7.1 spam",
    "., 552 too large"
  })
  void a_5yz_answer_about_recipient_or_letter_is_for_good(String command, String answer) {
    try (var server = new ScriptedSmtp(Map.of(command, answer))) {
      assertThat(send(server, null))
          .isEqualTo(
              new Handover.Refused(
                  "the mail server refused it with code " + answer.substring(0, 3)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 451 4.3.0 busy",
    "RCPT, 452 full",
    "., 451 later",
    "DATA, 421 going down",
    "MAIL, 451 later"
  })
  void a_4yz_answer_is_for_later(String command, String answer) {
    try (var server = new ScriptedSmtp(Map.of(command, answer))) {
      assertThat(later(server, null)).contains("code " + answer.substring(0, 3));
    }
  }

  /** Our own account is at fault, not the person: nobody may be passed over for it. */
  @ParameterizedTest
  @CsvSource({
    "530 5.7.0 authentication required",
    "550 5.7.60 not allowed to send as this sender",
    "553 sender rejected"
  })
  void an_answer_about_our_own_address_says_nothing_about_the_recipient(String answer) {
    try (var server = new ScriptedSmtp(Map.of("MAIL", answer))) {
      assertThat(later(server, null)).contains("code " + answer.substring(0, 3));
    }
  }

  @Test
  void a_refused_password_is_named_and_tried_again() {
    try (var server = new ScriptedSmtp(Map.of("AUTH", "535 5.7.8 bad credentials"))) {
      assertThat(later(server, "gatehouse")).contains("user name and password");
    }
  }

  @Test
  void a_letter_that_was_taken_is_taken_whatever_becomes_of_the_farewell() {
    try (var server = new ScriptedSmtp(Map.of("QUIT", ScriptedSmtp.CUT))) {
      assertThat(send(server, null)).isEqualTo(new Handover.Taken("250 OK"));
      assertThat(server.taken()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_cut_in_the_letter_is_tried_again() {
    try (var server = new ScriptedSmtp(Map.of(".", ScriptedSmtp.CUT))) {
      assertThat(later(server, null)).contains("no answer");
    }
  }

  @ParameterizedTest
  @CsvSource({"not an address", "a@example.com\\nBcc: all@example.com", "''", "two@a.b c@d.e"})
  void what_is_no_address_is_refused_before_anybody_is_asked(String address) {
    try (var server = new ScriptedSmtp(Map.of())) {
      var letter =
          new Letter("<1@x>", null, address.replace("\\n", "\n"), "Subject", "text", "<p>html");

      assertThat(new Smtp(settings(server.port(), null), new MovableClock()).send(letter))
          .isEqualTo(new Handover.Refused("no valid address"));
      assertThat(server.taken()).isZero();
    }
  }

  @Test
  void a_server_that_is_not_there_is_named_by_its_address() throws IOException {
    int nobody = freePort();
    var smtp = new Smtp(settings(nobody, null), new MovableClock());

    var failure = catchThrowableOfType(ApplicationFailure.class, () -> smtp.send(LETTER));

    assertThat(failure.getType()).isEqualTo("TRANSIENT");
    assertThat(failure.getOriginalMessage()).contains("127.0.0.1:" + nobody).contains("no answer");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void an_app_registration_signs_in_with_a_token_for_its_mailbox() {
    try (var server =
        new ScriptedSmtp(
            Map.of("EHLO", "250-scripted\r\n250 AUTH LOGIN XOAUTH2", "AUTH", "235 welcome"))) {
      var smtp = new Smtp(registered(server.port()), new MovableClock(), () -> "token-1");

      assertThat(smtp.send(LETTER)).isInstanceOf(Handover.Taken.class);
      assertThat(server.heard())
          .contains(
              "AUTH XOAUTH2 "
                  + Base64.getEncoder()
                      .encodeToString(
                          "user=gatehouse@contoso.example.com\1auth=Bearer token-1\1\1"
                              .getBytes(StandardCharsets.US_ASCII)));
    }
  }

  @Test
  void without_a_token_the_letter_is_tried_again() {
    try (var server = new ScriptedSmtp(Map.of())) {
      var smtp =
          new Smtp(
              registered(server.port()),
              new MovableClock(),
              () -> {
                throw new IllegalStateException("the certificate has expired");
              });

      var failure = catchThrowableOfType(ApplicationFailure.class, () -> smtp.send(LETTER));
      assertThat(failure.getType()).isEqualTo("TRANSIENT");
      assertThat(failure.getOriginalMessage())
          .contains("no token for the mailbox: the certificate has expired");
      assertThat(server.taken()).isZero();
    }
  }

  private static MailSettings registered(int port) {
    MailSettings plain = settings(port, null);
    return new MailSettings(
        plain.host(),
        port,
        null,
        null,
        new GraphCredential.Managed(null),
        plain.startTls(),
        plain.perMinute(),
        plain.from(),
        null);
  }

  private static Handover send(ScriptedSmtp server, @Nullable String user) {
    return new Smtp(settings(server.port(), user), new MovableClock()).send(LETTER);
  }

  private static String later(ScriptedSmtp server, @Nullable String user) {
    var failure = catchThrowableOfType(ApplicationFailure.class, () -> send(server, user));
    assertThat(failure.getType()).isEqualTo("TRANSIENT");
    assertThat(server.taken()).isZero();
    return failure.getOriginalMessage();
  }

  private static MailSettings settings(int port, @Nullable String user) {
    return new MailSettings(
        "127.0.0.1",
        port,
        user,
        user == null ? null : "secret",
        null,
        MailSettings.StartTls.OFF,
        30,
        "gatehouse@contoso.example.com",
        null);
  }
}
