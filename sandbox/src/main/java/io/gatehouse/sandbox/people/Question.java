package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.mail.Letter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A question in a mail: the link to answer it, and whom it is about. */
record Question(URI link, String guestHint) {
  private static final Pattern ANSWER_LINK = Pattern.compile("https?://[^\\s<>\"]+?/a/[\\w-]+");
  private static final Pattern PREFIX = Pattern.compile("^(?:[\\p{L} ]{2,20}:\\s*)+");

  /** Every answer link in the text part; the words since the link before say who it is about. */
  static List<Question> in(Letter letter, KnownGuests guests) {
    var questions = new ArrayList<Question>();
    var links = ANSWER_LINK.matcher(letter.text());
    int before = 0;
    while (links.find()) {
      var link = URI.create(links.group());
      String words = letter.text().substring(before, links.start());
      if (Browser.staysHere(link)) {
        questions.add(new Question(link, hint(words, letter.subject(), guests)));
      }
      before = links.end();
    }
    return questions;
  }

  private static String hint(String words, String subject, KnownGuests guests) {
    return guests.in(words, subject).orElseGet(() -> PREFIX.matcher(subject).replaceFirst(""));
  }
}
