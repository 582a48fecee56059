package io.gatehouse.worker.mail;

import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.policy.Mode;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.mail.MailRow;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends letters: intended in the store first, so that a repeated attempt is the same letter. */
public final class Postman implements MailActivities {
  private static final Duration WHILE_OBSERVING = Duration.ofHours(6);

  private final House house;
  private final QuestionLetter questions;
  private final NoticeLetter notices;
  private final Smtp smtp;
  private final Chronicle chronicle;

  /**
   * @param pages where sponsors reach the pages, without a slash at the end
   */
  public Postman(House house, Smtp smtp, String pages, String mailDomain) {
    var letters = new Letters();
    this.house = house;
    this.questions = new QuestionLetter(house, letters, pages, mailDomain);
    this.notices = new NoticeLetter(house, letters, mailDomain);
    this.smtp = smtp;
    this.chronicle = new Chronicle(house);
  }

  @Override
  public MailOutcome send(QuestionMail mail) {
    UUID openingId = UUID.fromString(mail.question().ref().openingId());
    if (!questions.isOpen(openingId, mail.question().round())) {
      return new MailOutcome.NotNeeded();
    }
    Mode mode = house.mode(); // before sending: a mode loosened meanwhile was not what was asked
    if (mode == Mode.OBSERVE) {
      return new MailOutcome.Later(WHILE_OBSERVING);
    }
    return hand(
        mail.question().ref(),
        questions.row(mail),
        () -> questions.write(mail),
        outcome -> questions.noteOutcome(mail, outcome, mode));
  }

  @Override
  public MailOutcome tellGuest(GuestNotice notice) {
    UUID openingId = UUID.fromString(notice.ref().openingId());
    if (house.store().lifecycles().find(openingId).filter(LifecycleRow::isOpen).isEmpty()) {
      return new MailOutcome.NotNeeded();
    }
    if (house.mode() == Mode.OBSERVE) {
      return new MailOutcome.Later(WHILE_OBSERVING);
    }
    if (notice.kind() == GuestNotice.Kind.BEFORE_DISABLE && !enforces(openingId)) {
      notices.noteWouldDisable(notice.ref(), house.now());
      return new MailOutcome.NotNeeded(); // the lifecycle ends as "would remove": no false alarm
    }
    return hand(
        notice.ref(),
        notices.row(notice),
        () -> notices.write(notice),
        outcome ->
            notices.noteOutcome(
                notice, outcome instanceof MailOutcome.Delivered told ? told.at() : house.now()));
  }

  private boolean enforces(UUID openingId) {
    return house.mode() == Mode.ENFORCE && house.askedUnder(openingId) == Mode.ENFORCE;
  }

  /** A letter, or null when there is no address to send it to. */
  interface Writing {
    @Nullable Letter write();
  }

  /**
   * Hands a letter over once.
   *
   * @param noting what the outcome means for whatever the letter is about: known together with it,
   *     so that the mode it was asked under is the one it was sent under
   */
  private MailOutcome hand(
      LifecycleRef ref, MailRow intended, Writing writing, Consumer<MailOutcome> noting) {
    MailRow mail = house.store().mails().intend(intended);
    Instant already = mail.handedOverAt();
    if (already != null) {
      return noted(new MailOutcome.Delivered(already), noting);
    }
    Letter letter = writing.write();
    Handover handover =
        letter == null ? new Handover.Refused("no address is known") : smtp.send(letter);
    Instant now = house.now();
    return house.store().inTransaction(() -> record(ref, mail, handover, now, noting));
  }

  private MailOutcome noted(MailOutcome outcome, Consumer<MailOutcome> noting) {
    house.store().inTransaction(() -> noting.accept(outcome));
    return outcome;
  }

  private MailOutcome record(
      LifecycleRef ref,
      MailRow mail,
      Handover handover,
      Instant now,
      Consumer<MailOutcome> noting) {
    MailOutcome outcome =
        switch (handover) {
          case Handover.Taken _ -> new MailOutcome.Delivered(now);
          case Handover.Refused _ -> new MailOutcome.Undeliverable();
        };
    noting.accept(outcome); // the lifecycle's row before the ledger, as everywhere
    switch (handover) {
      case Handover.Taken taken -> {
        house.store().mails().handedOver(mail.messageId(), now, taken.serverAnswer());
        append(ref, "mail.delivered", mail, now, taken.serverAnswer());
      }
      case Handover.Refused refused -> {
        house.store().mails().failed(mail.messageId(), refused.why());
        append(ref, "mail.undeliverable", mail, now, refused.why());
      }
    }
    return outcome;
  }

  private void append(LifecycleRef ref, String kind, MailRow mail, Instant now, String said) {
    chronicle.append(
        ref,
        kind,
        "mail/" + mail.messageId(),
        now,
        Map.of("mail", mail.kind(), "messageId", mail.messageId()),
        // Some servers repeat the address in what they say.
        Map.of("recipient", mail.recipientId(), "server", said));
  }
}
