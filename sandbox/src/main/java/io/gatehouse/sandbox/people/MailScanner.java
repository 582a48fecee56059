package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.mail.Letter;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * A security product that detonates mail: it opens every link, posts to it, and posts every form it
 * finds there. Nothing it does may count as an answer.
 */
final class MailScanner {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private MailScanner() {}

  static List<ScannedLink> scan(Letter letter, Instant now) {
    var scanned = new ArrayList<ScannedLink>();
    for (URI link : links(letter)) {
      try (var browser = new Browser()) {
        scanned.add(new ScannedLink(now, link, detonate(browser, link)));
      }
    }
    return scanned;
  }

  private static List<Integer> detonate(Browser browser, URI link) {
    var statuses = new ArrayList<Integer>();
    var page = browser.get(link);
    statuses.add(page.status());
    statuses.add(browser.post(link, Map.of()).status());
    for (FormElement element : page.document().forms()) {
      var form = new AnswerForm(element);
      if (Browser.staysHere(form.action())) {
        statuses.add(browser.post(form.action(), form.defaults()).status());
      }
    }
    return List.copyOf(statuses);
  }

  private static Set<URI> links(Letter letter) {
    var links = new LinkedHashSet<URI>();
    LINK.matcher(letter.text()).results().forEach(m -> add(links, m.group()));
    Jsoup.parse(letter.html()).select("a[href]").forEach(a -> add(links, a.attr("href")));
    return links;
  }

  private static void add(Set<URI> links, String text) {
    try {
      var link = URI.create(text.replaceFirst("[.,;:)]+$", ""));
      if (Browser.staysHere(link)) {
        links.add(link);
      }
    } catch (IllegalArgumentException e) {
      // hostile text may look like a link; a scanner passes over what is no URL
    }
  }
}
