package io.gatehouse.starter.page.web;

import io.gatehouse.store.Store;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For probes: whether this process can show and take anything, in one word. */
@RestController
@ForEveryone
class Health {
  private final Store reading;

  Health(@Qualifier("reading") Store reading) {
    this.reading = reading;
  }

  @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> health() {
    try {
      reading.safety().current();
      return ResponseEntity.ok("ok\n");
    } catch (DataAccessException e) {
      return ResponseEntity.status(503).body("the database does not answer\n");
    }
  }
}
