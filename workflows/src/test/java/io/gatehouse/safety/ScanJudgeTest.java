package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.policy.Policy.ScanRules;
import io.gatehouse.safety.ScanJudge.Figures;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At most 10 % more or fewer guests, 5 points without dates, 8 points without a sponsor. */
class ScanJudgeTest {
  private static final ScanRules LIMITS = new ScanRules(LocalTime.of(2, 0), 10, 5, 8);

  private static Figures figures(long population, long withDates) {
    return new Figures(population, withDates, 0, 0, null);
  }

  private static Judgement judge(Figures scan, Figures... earlier) {
    return ScanJudge.judge(scan, List.of(earlier), LIMITS);
  }

  private static Judgement unfit(String... reasons) {
    return new Judgement.Unfit(List.of(reasons));
  }

  @Test
  void a_scan_like_the_ones_before_is_fit() {
    assertThat(judge(figures(1000, 900), figures(1010, 905), figures(990, 880)))
        .isEqualTo(new Judgement.Fit());
  }

  @Test
  void the_first_complete_scan_comes_too_early() {
    assertThat(judge(figures(1000, 900))).isInstanceOf(Judgement.TooEarly.class);
  }

  @Test
  void unread_pages_are_the_only_reason_named() {
    assertThat(judge(new Figures(10, 0, 0, 0, "503 from Graph"), figures(1000, 900)))
        .isEqualTo(unfit("not all pages were read: 503 from Graph"));
  }

  @Test
  void no_guest_at_all_is_unfit_even_for_the_first_scan() {
    assertThat(judge(figures(0, 0))).isEqualTo(unfit("the tenant shows no guest at all"));
  }

  @Test
  void no_date_at_all_is_unfit_even_for_the_first_scan() {
    assertThat(judge(figures(1000, 0))).isEqualTo(unfit("no guest has any sign-in date"));
  }

  @Test
  void the_population_may_move_up_to_the_limit_and_not_beyond() {
    assertThat(judge(figures(1100, 990), figures(1000, 900))).isEqualTo(new Judgement.Fit());
    assertThat(judge(figures(1110, 999), figures(1000, 900)))
        .isEqualTo(
            unfit(
                "the population moved by 11 % (from 1000 to 1110 guests), at most 10 % is"
                    + " plausible"));
    assertThat(judge(figures(889, 801), figures(1000, 900))).isInstanceOf(Judgement.Unfit.class);
  }

  @Test
  void a_change_of_one_guest_is_never_a_jump() {
    assertThat(judge(figures(3, 3), figures(2, 2))).isEqualTo(new Judgement.Fit());
    assertThat(judge(figures(4, 4), figures(2, 2))).isInstanceOf(Judgement.Unfit.class);
  }

  @Test
  void the_share_without_dates_may_move_up_to_the_limit_and_not_beyond() {
    assertThat(judge(figures(1000, 850), figures(1000, 900))).isEqualTo(new Judgement.Fit());
    assertThat(judge(figures(1000, 840), figures(1000, 900)))
        .isEqualTo(
            unfit(
                "the share of guests without sign-in dates moved by 6 points (from 10 % to 16 %),"
                    + " at most 5 are plausible"));
    assertThat(judge(figures(1000, 960), figures(1000, 900))).isInstanceOf(Judgement.Unfit.class);
  }

  @Test
  void a_slow_drift_is_found_by_the_older_scans() {
    assertThat(judge(figures(1150, 1035), figures(1080, 972), figures(1000, 900)))
        .isEqualTo(
            unfit(
                "the population moved by 15 % (from 1000 to 1150 guests), at most 10 % is"
                    + " plausible"));
  }

  private static Figures sponsored(long told, long without) {
    return new Figures(1000, 900, told, without, null);
  }

  @Test
  void the_share_without_a_sponsor_may_move_up_to_the_limit_and_not_beyond() {
    assertThat(judge(sponsored(1000, 180), sponsored(1000, 100))).isEqualTo(new Judgement.Fit());
    assertThat(judge(sponsored(1000, 190), sponsored(1000, 100)))
        .isEqualTo(
            unfit(
                "the share of guests without a sponsor moved by 9 points (from 10 % to 19 %),"
                    + " at most 8 are plausible"));
    assertThat(judge(sponsored(1000, 10), sponsored(1000, 100)))
        .isInstanceOf(Judgement.Unfit.class);
  }

  @Test
  void the_share_is_of_the_guests_whose_sponsors_were_told() {
    assertThat(judge(sponsored(500, 50), sponsored(1000, 100))).isEqualTo(new Judgement.Fit());
    assertThat(judge(sponsored(500, 100), sponsored(1000, 100)))
        .isInstanceOf(Judgement.Unfit.class);
  }

  @Test
  void a_list_of_sponsors_that_was_not_read_is_compared_with_nothing() {
    assertThat(judge(sponsored(0, 0), sponsored(1000, 900))).isEqualTo(new Judgement.Fit());
    assertThat(judge(sponsored(1000, 900), sponsored(0, 0))).isEqualTo(new Judgement.Fit());
    assertThat(judge(sponsored(1000, 900), sponsored(0, 0), sponsored(1000, 100)))
        .as("the scan before that one is looked at instead")
        .isInstanceOf(Judgement.Unfit.class);
  }

  @Test
  void every_jump_is_named() {
    assertThat(judge(new Figures(500, 100, 500, 250, null), sponsored(1000, 100)))
        .isEqualTo(
            unfit(
                "the population moved by 50 % (from 1000 to 500 guests), at most 10 % is plausible",
                "the share of guests without sign-in dates moved by 70 points (from 10 % to 80 %),"
                    + " at most 5 are plausible",
                "the share of guests without a sponsor moved by 40 points (from 10 % to 50 %),"
                    + " at most 8 are plausible"));
  }
}
