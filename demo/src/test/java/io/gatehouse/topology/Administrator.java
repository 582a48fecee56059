package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at the administrators' pages: keeps cookies, goes where sent, fills in forms. */
final class Administrator {
  private final Connection session =
      Jsoup.newSession()
          .timeout(Math.toIntExact(Duration.ofSeconds(30).toMillis()))
          .ignoreHttpErrors(true);

  private final String pages;

  /**
   * Somebody nobody knows yet.
   *
   * @param pages where they are, without a slash at the end
   */
  Administrator(String pages) {
    this.pages = pages;
  }

  /** The page, or the one that one is sent to instead. */
  Document open(String path) {
    try {
      return session.newRequest(pages + path).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a page and chooses who to be when asked; returns the page one wanted. */
  Document signsIn(String who, String role, String path) {
    Document asked = open(path);
    assertThat(asked.location()).contains("/authorize?");
    return submits(asked, "form", Map.of("who", who, "role", role));
  }

  /** Steps in on a lifecycle's page, reads what will happen, confirms; returns the receipt. */
  String acts(String lifecycle, Map<String, String> what) {
    Document page = open(lifecycle);
    Document asked = submits(page, "form.acts", what);
    return submits(asked, "main form", Map.of()).select("[role=status]").text();
  }

  private Document submits(Document page, String form, Map<String, String> filled) {
    var fields = new LinkedHashMap<String, String>();
    var found = page.expectForm(form);
    found.formData().forEach(field -> fields.put(field.key(), field.value()));
    fields.putAll(filled);
    try {
      return session.newRequest(found.absUrl("action")).data(fields).post();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
