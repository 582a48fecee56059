package io.gatehouse.starter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.report.ActivityBucket;
import io.gatehouse.store.report.PartnerCount;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers against the rule of Entra's own report, written down once more and differently. */
class ReportNumbersTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  private static TestDatabase database;
  private static Store store;
  private static SampleGuests sample;

  @BeforeAll
  static void fill() {
    database = TestDatabase.fresh();
    store = database.store("11111111-2222-4333-8444-555555555555");
    sample = new SampleGuests(4, NOW, 700);
    sample.into(store);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    ", ",
    ", 0",
    ", 45",
    ", 90",
    ", 400",
    "ACTIVE, 30",
    "INACTIVE, 30",
    "ACTIVE, ",
    "INACTIVE, 200",
    "NEVER, ",
    "NEVER, 100",
    "PENDING, ",
    "UNKNOWN, "
  })
  void states_and_distribution_are_the_rules(@Nullable String state, @Nullable Integer minDays) {
    var filter = new ReportFilter(null, null, false, state, minDays, null);

    ReportNumbers numbers = ReportNumbers.read(store.reports(), filter, NOW, 10);

    int line = minDays == null ? 90 : minDays;
    List<GuestRow> asked =
        sample.rows.stream()
            .filter(guest -> state == null || stateOf(guest, line).name().equals(state))
            .filter(guest ->
                state != null && !state.matches("NEVER|PENDING|UNKNOWN")
                    || minDays == null
                    || isAtLeast(guest, minDays))
            .toList();
    for (ReportState each : ReportState.values()) {
      assertThat(numbers.states().get(each))
          .as(each.words())
          .isEqualTo(count(asked, guest -> stateOf(guest, line) == each));
    }
    for (ActivityBucket bucket : numbers.matching().buckets()) {
      assertThat(bucket.guests())
          .as(bucket.label())
          .isEqualTo(
              count(
                  asked,
                  guest -> {
                    Integer days = days(guest);
                    return signedIn(guest) != null
                        && days != null
                        && days >= bucket.fromDays()
                        && (bucket.toDays() < 0 || days <= bucket.toDays());
                  }));
    }
  }

  @Test
  void every_sum_is_the_population() {
    ReportNumbers numbers = ReportNumbers.read(store.reports(), ReportFilter.ALL, NOW, 2);

    assertThat(numbers.population()).isEqualTo(700);
    assertThat(numbers.matching().population()).isEqualTo(700);
    assertThat(numbers.states().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(700);
    assertThat(numbers.partners()).hasSize(2);
    assertThat(
            numbers.partners().stream().mapToLong(PartnerCount::guests).sum()
                + numbers.otherPartners())
        .isEqualTo(700);
  }

  @Test
  void partners_sponsors_and_those_without_are_of_everyone() {
    var narrow = new ReportFilter("wingtip.example", null, false, "INACTIVE", 120, null);

    ReportNumbers numbers = ReportNumbers.read(store.reports(), narrow, NOW, 10);

    assertThat(numbers.partners())
        .allSatisfy(partner -> {
          Predicate<GuestRow> ofIt = row -> Objects.equals(row.partner(), partner.partner());
          assertThat(partner.guests()).isEqualTo(count(sample.rows, ofIt));
          assertThat(partner.inactive())
              .isEqualTo(count(sample.rows, ofIt.and(row -> isAtLeast(row, 120))));
        });
    assertThat(numbers.sponsors())
        .allSatisfy(sponsor ->
            assertThat(sponsor.guests())
                .isEqualTo(
                    sample.sponsors.stream()
                        .map(GuestSponsorsRow::sponsorIds)
                        .filter(ids -> ids.contains(sponsor.sponsorId()))
                        .count()));
    assertThat(numbers.withoutSponsor())
        .isEqualTo(count(sample.rows, row -> row.sponsorship().equals("MISSING")));
  }

  @Test
  void a_tenant_without_guests_counts_nothing() {
    Store empty = database.store("99999999-2222-4333-8444-555555555555");

    ReportNumbers numbers = ReportNumbers.read(empty.reports(), ReportFilter.ALL, NOW, 10);

    assertThat(numbers.population()).isZero();
    assertThat(numbers.states().values()).containsOnly(0L);
    assertThat(numbers.partners()).isEmpty();
    assertThat(numbers.otherPartners()).isZero();
  }

  private static boolean isAtLeast(GuestRow guest, int days) {
    Integer passed = days(guest);
    return passed != null && passed >= days;
  }

  private static ReportState stateOf(GuestRow guest, int line) {
    Integer days = days(guest);
    if (signedIn(guest) != null) {
      return days != null && days >= line ? ReportState.INACTIVE : ReportState.ACTIVE;
    }
    if ("Pending Acceptance".equals(guest.userState())) {
      return ReportState.PENDING;
    }
    return guest.createdAt() == null ? ReportState.UNKNOWN : ReportState.NEVER;
  }

  private static @Nullable Instant signedIn(GuestRow guest) {
    return Stream.of(
            guest.lastInteractiveAt(), guest.lastNonInteractiveAt(), guest.lastSuccessfulAt())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Integer days(GuestRow guest) {
    Instant from = signedIn(guest) == null ? guest.createdAt() : signedIn(guest);
    return from == null
        ? null
        : (int)
            ChronoUnit.DAYS.between(
                LocalDate.ofInstant(from, ZoneOffset.UTC),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC));
  }

  private static long count(List<GuestRow> among, Predicate<GuestRow> which) {
    return among.stream().filter(which).count();
  }
}
