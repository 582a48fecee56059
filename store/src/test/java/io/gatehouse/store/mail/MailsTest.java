package io.gatehouse.store.mail;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MailsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final Store store = DATABASE.store(UUID.randomUUID().toString());
  private final UUID opening = store.lifecycles().open(lifecycle("ann")).openingId();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private MailRow intend(String id, int afterSeconds) {
    return store
        .mails()
        .intend(MailRow.intended(id, opening, 1, "ASK", "bob", NOON.plusSeconds(afterSeconds)));
  }

  @Test
  void a_repeated_step_sees_that_its_mail_already_went_out() {
    assertThat(intend("m1", 0).handedOverAt()).isNull();
    store.mails().handedOver("m1", NOON.plusSeconds(5), "250 queued as 1");

    var again = intend("m1", 60);

    assertThat(again.handedOverAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(again.serverAnswer()).isEqualTo("250 queued as 1");
    assertThat(again.intendedAt()).isEqualTo(NOON);
  }

  @Test
  void a_failure_is_forgotten_when_the_mail_goes_out_after_all() {
    intend("m1", 0);
    store.mails().failed("m1", "421 try later");
    assertThat(store.mails().find("m1").orElseThrow().failure()).isEqualTo("421 try later");

    store.mails().handedOver("m1", NOON, "250 ok");
    assertThat(store.mails().find("m1").orElseThrow().failure()).isNull();
  }

  @Test
  void a_mail_that_went_out_is_never_called_failed() {
    intend("m1", 0);
    store.mails().handedOver("m1", NOON, "250 ok");
    var out = store.mails().find("m1");

    store.mails().failed("m1", "timeout");
    store.mails().handedOver("m1", NOON.plusSeconds(9), "250 twice");

    assertThat(store.mails().find("m1")).isEqualTo(out);
  }

  @Test
  void mails_of_an_opening_come_in_order() {
    intend("later", 10);
    intend("first", 0);

    assertThat(store.mails().of(opening))
        .extracting(MailRow::messageId)
        .containsExactly("first", "later");
    assertThat(store.mails().of(UUID.randomUUID())).isEmpty();
  }
}
