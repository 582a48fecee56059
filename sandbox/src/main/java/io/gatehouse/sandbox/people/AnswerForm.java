package io.gatehouse.sandbox.people;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form on a page, filled in field by field as a person would. */
record AnswerForm(FormElement form) {

  /** The first form that offers this choice. */
  static Optional<AnswerForm> on(Document page, Answer answer) {
    return page.forms().stream()
        .filter(f -> f.selectFirst("[name=choice][value=" + answer.choice() + "]") != null)
        .map(AnswerForm::new)
        .findFirst();
  }

  /** Where the form goes; a form without an action goes where it came from. */
  URI action() {
    String action = form.absUrl("action");
    return URI.create(action.isEmpty() ? form.baseUri() : action);
  }

  /** The fields as the page sets them: what a machine sends that presses every button. */
  Map<String, String> defaults() {
    var fields = new LinkedHashMap<String, String>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    return fields;
  }

  Map<String, String> filledIn(Answer answer, Instant now) {
    var fields = defaults();
    fields.put("choice", answer.choice());
    if (has("reason")) {
      fields.put("reason", answer.reason());
    }
    if (answer instanceof Answer.Keep keep && has("until")) {
      fields.put("until", latest(keep.until(now)).toString());
    }
    if (answer instanceof Answer.NotMine notMine && has("who")) {
      fields.put("who", notMine.who());
    }
    return fields;
  }

  private boolean has(String field) {
    return form.selectFirst("[name=" + field + "]") != null;
  }

  /** The date field does not let a person pick a day after its maximum. */
  private LocalDate latest(LocalDate wanted) {
    Element until = form.selectFirst("[name=until]");
    String max = until == null ? "" : until.attr("max");
    if (max.isEmpty()) {
      return wanted;
    }
    var last = LocalDate.parse(max);
    return wanted.isAfter(last) ? last : wanted;
  }
}
