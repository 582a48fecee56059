package io.gatehouse.temporal.codec;

import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.common.WorkflowExecutionHistory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds every payload in a message of Temporal's API, however deep. */
final class Payloads {
  private Payloads() {}

  /** All but search attributes, which the server has to read. */
  static List<Payload> in(Message message) {
    var found = new ArrayList<Payload>();
    collect(message, found);
    return found;
  }

  /** What somebody without keys can read of a history: its JSON, and its payloads as they are. */
  static String legible(WorkflowExecutionHistory history) {
    var text = new StringBuilder(history.toJson(false));
    history.getEvents().stream()
        .flatMap(event -> in(event).stream())
        .forEach(payload -> text.append(payload.toByteString().toString(StandardCharsets.UTF_8)));
    return text.toString();
  }

  /** What is not encrypted. */
  static List<String> plain(WorkflowExecutionHistory history) {
    return history.getEvents().stream()
        .flatMap(event -> in(event).stream())
        .filter(payload -> !PayloadCipher.isEncrypted(payload))
        .map(payload -> payload.getData().toStringUtf8())
        .toList();
  }

  private static void collect(Object value, List<Payload> found) {
    switch (value) {
      case Payload payload -> found.add(payload);
      case SearchAttributes _ -> {}
      case Message message -> message.getAllFields().values().forEach(each -> collect(each, found));
      case Collection<?> many -> many.forEach(each -> collect(each, found));
      default -> {}
    }
  }
}
