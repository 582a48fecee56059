package io.gatehouse.store.sponsor;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private static InvitationRow invited(String guestId, int second, String inviter) {
    return new InvitationRow(guestId, NOON.plusSeconds(second), inviter, null);
  }

  @Test
  void an_invitation_is_read_back_whoever_made_it() {
    var henry = invited("ann", 0, "henry");
    var application = new InvitationRow("bob", NOON, null, "Example Sync");
    store.invitations().upsert(List.of(henry, application));

    assertThat(store.invitations().find("ann")).contains(henry);
    assertThat(store.invitations().find("bob")).contains(application);
    assertThat(store.invitations().find("cleo")).isEmpty();
    assertThat(DATABASE.store("another").invitations().find("ann")).isEmpty();
  }

  @Test
  void the_newest_invitation_wins_whatever_order_they_come_in() {
    var newest = invited("ann", 9, "henry");
    store
        .invitations()
        .upsert(List.of(invited("ann", 3, "ivan"), newest, invited("ann", 5, "judith")));
    store.invitations().upsert(List.of(invited("ann", 8, "frank")));
    assertThat(store.invitations().find("ann")).contains(newest);

    store.invitations().upsert(List.of(invited("ann", 10, "frank")));
    assertThat(store.invitations().find("ann")).contains(invited("ann", 10, "frank"));
  }

  @Test
  void the_newest_of_all_says_from_where_to_read_on() {
    assertThat(store.invitations().newest()).isEmpty();

    store.invitations().upsert(List.of(invited("ann", 3, "henry"), invited("bob", 7, "henry")));
    store.invitations().upsert(List.of());

    assertThat(store.invitations().newest()).contains(NOON.plusSeconds(7));
    assertThat(DATABASE.store("another").invitations().newest()).isEmpty();
  }
}
