package io.gatehouse.starter.page.operator;

import io.gatehouse.guest.Stage;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was accepted long ago and that its lifecycle has neither taken nor refused:
 * Temporal or the worker is down, or this one fails whenever it is tried.
 *
 * @param choice what was said
 * @param by who said it
 * @param command what helps meanwhile; null when the lifecycle ended
 */
record Undelivered(
    String answerId,
    String openingId,
    String guest,
    String choice,
    String by,
    Calendar.Point since,
    @Nullable String command) {

  /** Delivery is tried every second: what takes so long does not come by itself. */
  static final Duration LONG = Duration.ofHours(1);

  /** All such answers, oldest first. */
  static List<AnswerRow> rows(Store store, Instant now) {
    return store.answers().recorded().stream()
        .filter(answer -> answer.answeredAt().isBefore(now.minus(LONG)))
        .toList();
  }

  static Undelivered of(AnswerRow answer, Store store, Calendar calendar) {
    var names = new Names(store);
    return new Undelivered(
        answer.answerId().toString(),
        answer.openingId().toString(),
        names.guest(answer.guestId()),
        Words.choice(answer.choice()),
        answer.actorKind().equals("OPERATOR")
            ? "operator " + answer.actorId()
            : names.person(answer.actorId()),
        calendar.moment(answer.answeredAt()),
        store.lifecycles().find(answer.openingId()).map(Undelivered::command).orElse(null));
  }

  /** An order on the command line goes to the lifecycle at once, past the answers that wait. */
  private static @Nullable String command(LifecycleRow lifecycle) {
    if (!lifecycle.isOpen()) {
      return null;
    }
    boolean taken =
        lifecycle.stage().equals(Stage.DISABLED.name())
            || lifecycle.stage().equals(Stage.DELETED.name());
    return "./gatehouse guest %s --reason …"
        .formatted(
            (taken ? "restore %s" : "decide %s keep --until DAY")
                .formatted(Names.shortened(lifecycle.guestId())));
  }
}
