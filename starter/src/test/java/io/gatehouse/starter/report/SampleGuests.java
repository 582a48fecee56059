package io.gatehouse.starter.report;

import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Guests by the dice: with and without each date, pending, of several partners and sponsors. */
final class SampleGuests {
  private static final String[] PARTNERS = {
    "fabrikam.example", "wingtip.example", "tailspin.example"
  };
  private static final String[] SPONSORS = {"ada", "bob", "cem", "dora"};

  final UUID scan = UUID.randomUUID();
  final List<GuestRow> rows = new ArrayList<>();
  final List<GuestSponsorsRow> sponsors = new ArrayList<>();
  private final Random dice;
  private final Instant now;

  SampleGuests(long seed, Instant now, int count) {
    this.dice = new Random(seed);
    this.now = now;
    for (int i = 0; i < count; i++) {
      rows.add(row("guest-%04d".formatted(i)));
      int told = dice.nextInt(4);
      if (told < 3) {
        var ids = new ArrayList<String>();
        for (int n = 0; n < told; n++) {
          ids.add(SPONSORS[(i + n) % SPONSORS.length]);
        }
        sponsors.add(
            new GuestSponsorsRow(
                "guest-%04d".formatted(i), ids.isEmpty() ? "MISSING" : "PRESENT", ids));
      }
    }
  }

  void into(Store store) {
    store.guests().upsert(rows);
    store.sponsors().record(scan, sponsors);
  }

  static GuestRow row(String id, String name, UUID scan, Instant now) {
    return new GuestRow(
        id,
        name,
        id + "@partner.example",
        null,
        "Partner Ltd",
        "partner.example",
        "Guest",
        "Accepted",
        true,
        false,
        false,
        null,
        now.minus(Duration.ofDays(400)),
        null,
        null,
        null,
        null,
        "UNKNOWN",
        "no date",
        "UNKNOWN",
        "no date",
        now,
        scan,
        now,
        null,
        "UNTOLD",
        null,
        null,
        null,
        null);
  }

  private GuestRow row(String id) {
    Instant interactive = date(3);
    Instant other = date(3);
    Instant successful = date(4);
    boolean missing = dice.nextInt(5) == 0;
    return new GuestRow(
        id,
        "Guest " + id,
        id + "@example.com",
        null,
        null,
        dice.nextInt(8) == 0 ? null : PARTNERS[dice.nextInt(PARTNERS.length)],
        "Guest",
        dice.nextInt(4) == 0 ? "Pending Acceptance" : "Accepted",
        true,
        false,
        false,
        null,
        date(6),
        interactive,
        other,
        successful,
        interactive,
        "UNKNOWN",
        "as read",
        "UNKNOWN",
        "as read",
        now,
        scan,
        now,
        null,
        missing ? "MISSING" : "PRESENT",
        null,
        null,
        null,
        null);
  }

  /** Present in {@code often} of ten cases. */
  private @Nullable Instant date(int often) {
    return dice.nextInt(10) >= often ? null : now.minus(Duration.ofHours(dice.nextInt(24 * 500)));
  }
}
