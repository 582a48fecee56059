package io.gatehouse.starter.page.scan;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.store.Store;
import io.gatehouse.store.scan.ScanRow;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** {@code /scans/{id}}: the judgement of one scan with its numbers, and its manifest. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class ScanPage {
  private final Store store;
  private final Clock clock;

  ScanPage(@Qualifier("reading") Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/scans/{id}")
  String scan(Model model, @PathVariable String id) {
    Calendar calendar = Frame.around(model, store, clock);
    ScanRow row = find(id);
    model.addAttribute("scan", ScanRowView.of(row, calendar));
    model.addAttribute(
        "manifest",
        store
            .scans()
            .manifest(row.scanId())
            .map(text -> ManifestView.of(text, row.manifestHash(), store, calendar))
            .orElse(null));
    return "scan";
  }

  /** The text whose hash stands in the scan, byte by byte. */
  @GetMapping(path = "/scans/{id}/manifest.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  byte[] manifest(@PathVariable String id) {
    return store
        .scans()
        .manifest(find(id).scanId())
        .orElseThrow(ScanPage::nothing)
        .getBytes(StandardCharsets.UTF_8);
  }

  private ScanRow find(String id) {
    try {
      return store.scans().find(UUID.fromString(id)).orElseThrow(ScanPage::nothing);
    } catch (IllegalArgumentException e) {
      throw nothing();
    }
  }

  private static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
