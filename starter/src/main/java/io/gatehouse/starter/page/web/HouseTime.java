package io.gatehouse.starter.page.web;

import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What time it is for this process, so that commands beside a demo live in its days. */
@RestController
@ForThisMachine
class HouseTime {
  private final Clock clock;

  HouseTime(Clock clock) {
    this.clock = clock;
  }

  @GetMapping(path = "/clock", produces = MediaType.TEXT_PLAIN_VALUE)
  String now() {
    return clock.instant() + "\n";
  }
}
