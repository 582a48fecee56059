package io.gatehouse.benchmark.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.benchmark.read.ReadProcess.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BothSidesTest {
  private static final int GUESTS = 1_200;
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private static PageServer server;

  @BeforeAll
  static void render_the_pages() {
    server = new PageServer(PreparedPages.of(GUESTS, 7, Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Contender contender(Side side) {
    return ReadProcess.contender(side, server.baseUrl(), NOW);
  }

  @Test
  void both_sides_read_every_guest_and_judge_alike() {
    var ours = contender(Side.GATEHOUSE).read();
    var naive = contender(Side.NAIVE).read();
    assertThat(ours.guests()).isEqualTo(GUESTS);
    assertThat(naive).isEqualTo(ours);
    assertThat(ours.active()).isPositive();
    assertThat(ours.stale()).isPositive();
    assertThat(ours.undated()).isPositive();
  }

  @Test
  void a_second_reading_counts_from_the_start_again() {
    var ours = contender(Side.GATEHOUSE);
    assertThat(ours.read()).isEqualTo(ours.read());
  }

  @Test
  void our_side_asks_the_triggers_too() {
    var ours = new GatehouseReading(server.baseUrl(), NOW);
    var census = ours.read();
    assertThat(ours.due()).isGreaterThan(census.stale()).isLessThan(census.guests());
  }

  @Test
  void a_round_is_read_as_it_was_said() {
    var round = new Round(1.25, 2.5, new Census(3, 2, 1));
    assertThat(Round.parse(round.line())).isEqualTo(round);
  }
}
