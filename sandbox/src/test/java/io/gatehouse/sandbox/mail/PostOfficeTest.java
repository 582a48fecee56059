package io.gatehouse.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostOfficeTest {
  private static final String ANNA = "anna.keller@contoso.example.com";

  private final PostOffice postOffice = new PostOffice(0);
  private final Postman postman = new Postman(postOffice.port());

  @AfterEach
  void stop() {
    postOffice.close();
  }

  @Test
  void a_mail_arrives_with_both_parts_and_its_headers() throws Exception {
    postman.sends(ANNA, "Grüße", "the text", "<p>the page</p>");

    var letter = postOffice.letters(ANNA).getFirst();
    assertThat(letter.subject()).isEqualTo("Grüße");
    assertThat(letter.text()).isEqualTo("the text");
    assertThat(letter.html()).isEqualTo("<p>the page</p>");
    assertThat(letter.header("message-id")).contains("<1@gatehouse.example.com>");
    assertThat(letter.header("date")).isPresent();
    assertThat(letter.header("subject")).contains("Grüße");
  }

  @Test
  void every_address_has_a_mailbox_of_its_own_whatever_its_case() throws Exception {
    postman.sends(ANNA, "one", "1", "");
    postman.sends("Nobody.Known@Partner.example.com", "two", "2", "");
    postman.sends(ANNA, "three", "3", "");

    assertThat(postOffice.letters(ANNA))
        .extracting(Letter::subject)
        .containsExactly("one", "three");
    assertThat(postOffice.letters("nobody.known@partner.example.com")).hasSize(1);
    assertThat(postOffice.letters("stranger@example.com")).isEmpty();
    assertThat(postOffice.count()).isEqualTo(3);
  }

  @Test
  void it_tells_who_got_mail_since_somebody_last_looked() throws Exception {
    postman.sends(ANNA, "one", "1", "");
    postman.sends("Nobody.Known@Partner.example.com", "two", "2", "");

    assertThat(postOffice.recipientsAfter(0))
        .containsExactly(ANNA, "nobody.known@partner.example.com");
    assertThat(postOffice.recipientsAfter(1)).containsExactly("nobody.known@partner.example.com");
    assertThat(postOffice.recipientsAfter(2)).isEmpty();
  }

  @Test
  void a_bouncing_address_is_refused_for_good() {
    postOffice.bounce(ANNA);

    assertThat(refusalOf(ANNA)).isEqualTo(550);
    assertThat(refusalOf(ANNA)).isEqualTo(550);
    assertThat(postOffice.count()).isZero();
  }

  @Test
  void a_busy_mail_system_refuses_once() {
    postOffice.refuseNext();

    assertThat(refusalOf(ANNA)).isEqualTo(451);
    assertThatCode(() -> postman.sends(ANNA, "again", "text", "")).doesNotThrowAnyException();
    assertThat(postOffice.count()).isEqualTo(1);
  }

  private int refusalOf(String address) {
    try {
      postman.sends(address, "subject", "text", "");
      return 250;
    } catch (SendFailedException e) {
      return e.getNextException() instanceof SMTPAddressFailedException refused
          ? refused.getReturnCode()
          : -1;
    } catch (MessagingException e) {
      return -1;
    }
  }

  @Test
  void a_port_in_use_is_said_in_one_sentence() {
    assertThatThrownBy(() -> new PostOffice(postOffice.port()).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "The sandbox's mail cannot listen on 127.0.0.1:%d".formatted(postOffice.port()));
  }
}
