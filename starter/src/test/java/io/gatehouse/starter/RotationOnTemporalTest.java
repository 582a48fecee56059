package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.EncryptionSettings;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.keys.NewKey;
import io.gatehouse.peer.DevServer;
import io.gatehouse.starter.cli.Ending;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.starter.schedule.Schedules.Applied;
import io.gatehouse.starter.serve.SearchAttributeRegistration;
import io.gatehouse.store.guest.GuestRow;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A key is changed while workers work, in the order of docs/operator/keys.md and in a wrong one.
 */
class RotationOnTemporalTest {
  private static final NewKey OLD = NewKey.plain(Clock.systemUTC());
  private static final NewKey NEW = NewKey.plain(Clock.systemUTC());
  private static final String OLD_ONLY = entry(OLD);
  private static final String BOTH = entry(OLD) + " " + entry(NEW);

  private static DevServer server;
  private static TestHouse house;

  @BeforeAll
  static void open() {
    server = DevServer.start();
    house = new TestHouse();
    SearchAttributeRegistration.ensure(client(OLD, OLD_ONLY));
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
    if (house != null) {
      house.close();
    }
  }

  @Test
  void step_by_step_every_lifecycle_hears_every_word_whichever_worker_has_it() {
    GuestRow ann = house.guest("Ann Old", "STALE", "IN_PROGRESS", 200);
    GuestRow ben = house.guest("Ben New", "STALE", "IN_PROGRESS", 300);
    try (var first = crew(OLD, OLD_ONLY)) {
      house.running(ann, client(OLD, OLD_ONLY));
      try (var second = crew(OLD, BOTH)) { // step 1: all read both
        first.close();
        try (var _ = crew(NEW, BOTH)) { // step 2, one process after the other
          house.running(ben, client(NEW, BOTH));
          assertThat(hold(ann, NEW, BOTH)).startsWith("Ann Old: On hold");
          assertThat(hold(ben, OLD, BOTH)).startsWith("Ben New: On hold");
          second.close();
          assertThat(release(ann, NEW, BOTH)).startsWith("Ann Old: Released");
          assertThat(release(ben, NEW, BOTH)).startsWith("Ben New: Released");
        }
      }
    }
  }

  @Test
  void a_word_that_no_worker_can_read_yet_waits_and_is_heard_once_one_can() {
    GuestRow guest = house.guest("Ann Hasty", "STALE", "IN_PROGRESS", 200);
    try (var _ = crew(OLD, OLD_ONLY)) {
      house.running(guest, client(OLD, OLD_ONLY));

      assertThat(hold(guest, NEW, BOTH)).startsWith("Ann Hasty: recorded. ");
    }
    var delivery = house.delivery(client(NEW, BOTH));
    try (var _ = crew(NEW, BOTH)) {
      long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (delivery.deliverPending() == 0) {
        assertThat(System.nanoTime()).as("waited a minute").isLessThan(patience);
      }
      assertThat(release(guest, NEW, BOTH)).startsWith("Ann Hasty: Released");
    }
  }

  @Test
  void a_schedule_is_encrypted_with_the_new_key_as_soon_as_it_is_applied_again() {
    var daily = new Rhythm.Every(Duration.ofDays(1));
    var wanted = HouseSchedule.scan("11111111-2222-4333-8444-555555555555", daily);

    assertThat(applied(OLD, OLD_ONLY, wanted)).isEqualTo(Applied.CREATED);
    assertThat(applied(OLD, BOTH, wanted)).isEqualTo(Applied.UNCHANGED);
    assertThat(applied(NEW, BOTH, wanted)).isEqualTo(Applied.UPDATED);
    assertThat(applied(NEW, entry(NEW), wanted))
        .as("the old key is gone")
        .isEqualTo(Applied.UNCHANGED);
  }

  private static Applied applied(NewKey writing, String keys, HouseSchedule wanted) {
    return new Schedules(client(writing, keys)).apply(wanted, false);
  }

  private static String entry(NewKey key) {
    return key.id() + "=" + key.value();
  }

  private static Crew crew(NewKey writing, String keys) {
    return Crew.on(client(writing, keys), house.store);
  }

  private static WorkflowClient client(NewKey writing, String keys) {
    var settings = new EncryptionSettings(writing.id(), keys, null, null, null);
    var encryption =
        Encryption.of(
            new TemporalSettings(server.target(), "default", settings), Clock.systemUTC());
    return server.client(encryption.converter());
  }

  private static String hold(GuestRow guest, NewKey writing, String keys) {
    return run(
        writing, keys, "hold", guest.guestId(), "--until", "2027-03-31", "--reason", "on leave");
  }

  private static String release(GuestRow guest, NewKey writing, String keys) {
    return run(writing, keys, "release", guest.guestId(), "--reason", "back");
  }

  private static String run(NewKey writing, String keys, String... arguments) {
    var environment = new HashMap<>(house.environment());
    environment.put("GATEHOUSE_TEMPORAL_TARGET", server.target());
    environment.put("GATEHOUSE_KEYS_WRITE", writing.id());
    environment.put("GATEHOUSE_KEYS", keys);
    var all = new String[arguments.length + 1];
    all[0] = "guest";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Ending.said(environment, all);
  }
}
