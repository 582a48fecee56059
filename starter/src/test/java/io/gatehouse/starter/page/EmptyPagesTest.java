package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.scan.ScanJudgement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A tenant of which nothing is known yet, and then one in which all is well. */
@TestMethodOrder(OrderAnnotation.class)
class EmptyPagesTest {
  private static TestHouse house;
  private static Serve serve;
  private static Visitor visitor;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    house.temporal.start();
    serve = house.serve();
    visitor = new Visitor(serve.port());
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @Test
  @Order(1)
  void before_the_first_scan_ended_each_page_says_what_to_do() {
    assertThat(visitor.get("/report").body()).contains("The directory showed no guest yet");
    assertThat(visitor.get("/report.csv").body().lines()).hasSize(1);
    assertThat(visitor.get("/scans").body()).contains("still running", "not known yet");
    assertThat(visitor.get("/scans/" + house.scan).body()).contains("Still reading");
    assertThat(visitor.get("/scans/" + house.scan + "/manifest.json").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void where_all_is_well_nothing_needs_the_operator() {
    house
        .store
        .scans()
        .judged(
            house.scan, new ScanJudgement("FIT", List.of(), 1, 0, 91, 80, 11, 6, 0, 0, 0, 3, null));

    assertThat(visitor.get("/operator").body())
        .contains("Nothing needs you", "No slot is taken", "Nobody.")
        .doesNotContain("box stop");
    assertThat(visitor.get("/scans/" + house.scan).body()).contains("This scan kept no manifest");
  }
}
