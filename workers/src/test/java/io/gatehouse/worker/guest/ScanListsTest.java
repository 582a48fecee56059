package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.ScanPage;
import io.gatehouse.safety.Judgement;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SignInKind;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.store.scan.PageRow;
import io.gatehouse.store.sponsor.InvitationRow;
import io.gatehouse.store.sponsor.SponsorTally;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists beside the guests: their sponsors, and who invited them. */
class ScanListsTest {
  private static final int LISTED = NamedGuest.listed().size();
  private static final String USERS = "^/v1.0/users$";

  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void sponsors_are_read_page_by_page_before_the_guests_and_each_guest_is_told() {
    house.tenant().addCrowd(600);

    String scan = run.read();

    assertThat(sponsorPages(scan)).extracting(PageRow::guests).containsExactly(500, 100 + LISTED);
    assertThat(tally(scan)).isEqualTo(new SponsorTally(600 + LISTED, 7));
    assertThat(run.row(NamedGuest.PLAINLY_STALE).sponsorship()).isEqualTo("PRESENT");
    assertThat(run.row(NamedGuest.WITHOUT_SPONSOR).sponsorship()).isEqualTo("MISSING");
  }

  @Test
  void sponsors_have_names_before_anybody_is_asked() {
    run.read();

    assertThat(house.store().people().find(house.tenant().idOf(Employee.ANNA)))
        .map(PersonRow::displayName)
        .contains(Employee.ANNA.displayName());
  }

  @Test
  void nobody_who_answers_is_as_good_as_nobody_and_a_group_may_answer() {
    run.read();

    for (var guest :
        List.of(
            NamedGuest.NO_SPONSOR,
            NamedGuest.SPONSOR_GONE,
            NamedGuest.SPONSOR_DELETED,
            NamedGuest.SPONSOR_IS_GUEST,
            NamedGuest.SPONSOR_WITHOUT_MAILBOX)) {
      assertThat(run.row(guest).sponsorship()).as(guest.name()).isEqualTo("MISSING");
      assertThat(run.row(guest).sponsorMissingSince()).isEqualTo(house.now());
    }
    assertThat(run.row(NamedGuest.GROUP_SPONSOR).sponsorship()).isEqualTo("PRESENT");
    assertThat(run.row(NamedGuest.FIVE_SPONSORS).sponsorship()).isEqualTo("PRESENT");
  }

  @Test
  void a_page_of_sponsors_that_is_read_twice_is_the_same_page() {
    String scan = run.read();
    SponsorTally before = tally(scan);

    assertThat(run.reader().readSponsors(scan, 1)).isEqualTo(new ScanPage(LISTED, false));
    assertThat(tally(scan)).isEqualTo(before);
    assertThat(sponsorPages(scan)).hasSize(1);
  }

  @Test
  void a_sponsors_list_that_fails_alone_neither_stops_the_scan_nor_makes_anybody_sponsorless() {
    run.look();
    Instant since = run.row(NamedGuest.WITHOUT_SPONSOR).sponsorMissingSince();
    house.sandbox().graph().faults().inject("GET", "^/users$", 1, new Fault.EmptyErrorBody(403));
    String scan = run.begin();

    var failure =
        catchThrowableOfType(ApplicationFailure.class, () -> run.reader().readSponsors(scan, 1));
    run.readGuests(scan);

    assertThat(failure.getType()).isEqualTo("FORBIDDEN");
    assertThat(run.judge(scan)).isEqualTo(new Judgement.Fit());
    assertThat(run.scan(scan).sponsorsTold()).isZero();
    assertThat(run.scan(scan).withoutSponsor()).isZero();
    assertThat(run.row(NamedGuest.NO_SPONSOR).sponsorship()).isEqualTo("UNTOLD");
    assertThat(run.row(NamedGuest.WITHOUT_SPONSOR).sponsorMissingSince()).isEqualTo(since);
    assertThat(run.fit()).isNotEqualTo(scan); // the next one compares with it nevertheless
  }

  @Test
  void a_list_that_breaks_off_in_the_middle_is_no_share_of_anything() {
    house.tenant().addCrowd(600);
    run.look();
    String scan = run.begin();
    run.reader().readSponsors(scan, 1);
    run.readGuests(scan);

    assertThat(run.judge(scan)).isEqualTo(new Judgement.Fit());
    assertThat(run.scan(scan).sponsorsTold()).isZero();
  }

  @Test
  void all_sponsors_gone_at_once_is_the_lists_fault_and_nothing_opens() {
    run.look();
    house
        .relay()
        .rewrite(USERS, json -> json.replaceAll("\"sponsors\":\\[[^\\]]*\\]", "\"sponsors\":[]"));

    String scan = run.read();

    assertThat(run.judge(scan))
        .isInstanceOfSatisfying(
            Judgement.Unfit.class,
            unfit ->
                assertThat(unfit.reasons())
                    .singleElement()
                    .asString()
                    .contains("the share of guests without a sponsor moved by 87 points"));
    assertThat(house.store().safety().current().gateIsOpen()).isFalse();
    assertThat(run.openAll(scan).opened()).isZero();
  }

  @Test
  void a_guest_whose_sponsors_cannot_be_read_is_counted_and_not_sponsorless() {
    house
        .relay()
        .rewrite(USERS, json -> json.replaceAll("\"sponsors\":\\[[^\\]]*\\]", "\"sponsors\":17"));

    String scan = run.read();

    assertThat(sponsorPages(scan)).extracting(PageRow::guests).containsExactly(LISTED);
    assertThat(tally(scan)).isEqualTo(new SponsorTally(0, 0));
    assertThat(run.row(NamedGuest.NO_SPONSOR).sponsorship()).isEqualTo("UNTOLD");
  }

  @Test
  void the_days_without_a_sponsor_end_when_one_is_seen_and_begin_anew() {
    run.read();
    Instant first = house.now();
    run.read();
    assertThat(run.row(NamedGuest.NO_SPONSOR).sponsorMissingSince()).isEqualTo(first);

    house
        .relay()
        .rewrite(
            USERS,
            json ->
                json.replace(
                    "\"sponsors\":[]",
                    "\"sponsors\":[{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\"%s\"}]"
                        .formatted(UUID.randomUUID())));
    run.read();
    assertThat(run.row(NamedGuest.NO_SPONSOR).sponsorMissingSince()).isNull();
    assertThat(run.row(NamedGuest.NO_SPONSOR).sponsorship()).isEqualTo("PRESENT");
  }

  @Test
  void a_list_that_lags_shows_what_was_and_the_next_one_what_is() {
    house.tenant().listLag(Duration.ofHours(30));
    run.look();
    house
        .tenant()
        .signIn(house.idOf(NamedGuest.PLAINLY_STALE), SignInKind.INTERACTIVE, house.now());

    run.look();
    assertThat(run.row(NamedGuest.PLAINLY_STALE).dueFor()).isEqualTo("INACTIVE");
    run.look();
    assertThat(run.row(NamedGuest.PLAINLY_STALE).standing()).isEqualTo("ACTIVE");
  }

  @Test
  void a_lost_next_link_is_seen_by_the_population_that_it_costs() {
    house.tenant().addCrowd(1_200);
    run.look();
    house.sandbox().graph().turnOn(Quirk.LOST_NEXT_LINK);

    String scan = run.read();

    assertThat(run.judge(scan))
        .isInstanceOfSatisfying(
            Judgement.Unfit.class,
            unfit -> assertThat(unfit.reasons().getFirst()).contains("the population moved by"));
    assertThat(run.openAll(scan).opened()).isZero();
  }

  @Test
  void who_invited_whom_is_kept_person_or_application() {
    run.read();

    assertThat(invitation(NamedGuest.INVITER_KNOWN).inviterId())
        .isEqualTo(house.tenant().idOf(Employee.HENRY));
    assertThat(invitation(NamedGuest.SYNC_INVITED).inviterId()).isNull();
    assertThat(invitation(NamedGuest.SYNC_INVITED).application())
        .isEqualTo("Microsoft.Azure.SyncFabric");
    assertThat(house.store().invitations().find(house.idOf(NamedGuest.PLAINLY_STALE))).isEmpty();
  }

  @Test
  void an_invitation_is_remembered_after_the_audit_log_forgot_it_and_the_newest_wins() {
    run.read();
    InvitationRow first = invitation(NamedGuest.INVITER_KNOWN);
    house.clock().pass(Duration.ofDays(40));
    run.read();
    assertThat(invitation(NamedGuest.INVITER_KNOWN)).isEqualTo(first);

    Instant later = house.now().minus(Duration.ofDays(1));
    house.relay().rewrite("/directoryAudits$", _ -> invitedAgain(later));
    run.read();

    assertThat(invitation(NamedGuest.INVITER_KNOWN))
        .isEqualTo(
            new InvitationRow(
                house.idOf(NamedGuest.INVITER_KNOWN),
                later,
                house.tenant().idOf(Employee.BORIS),
                null));
  }

  private String invitedAgain(Instant at) {
    return """
    {"value":[{"activityDisplayName":"Invite external user","activityDateTime":"%s","result":"success",
      "initiatedBy":{"user":{"id":"%s"},"app":null},"targetResources":[{"type":"User","id":"%s"}]}]}
    """
        .formatted(at, house.tenant().idOf(Employee.BORIS), house.idOf(NamedGuest.INVITER_KNOWN));
  }

  private InvitationRow invitation(NamedGuest guest) {
    return house.store().invitations().find(house.idOf(guest)).orElseThrow();
  }

  @Test
  void the_log_is_read_on_from_the_newest_invitation_known() {
    run.read();
    Instant newest = house.store().invitations().newest().orElseThrow();
    int before = house.sandbox().graph().served().size();

    run.reader().readInvitations("any scan");

    assertThat(house.sandbox().graph().served()).hasSize(before + 1);
    assertThat(house.store().invitations().newest()).contains(newest);
  }

  private SponsorTally tally(String scan) {
    return house.store().sponsors().tally(UUID.fromString(scan));
  }

  private List<PageRow> sponsorPages(String scan) {
    return house.store().scans().pages(UUID.fromString(scan), "SPONSORS");
  }
}
