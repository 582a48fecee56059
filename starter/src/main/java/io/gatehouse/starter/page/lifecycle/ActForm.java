package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.page.Calendar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator typed on a lifecycle's page, as it came. */
public record ActForm(String act, String reason, String until, String days, String person) {
  private static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** What the form is held against. */
  public record Limits(LocalDate today, LocalDate latestKeep, String guestId) {}

  /** What came of reading it. */
  public sealed interface Checked {}

  /** It can be confirmed. */
  public record Clear(Act act, String what) implements Checked {}

  /** It cannot; the sentence says why. */
  public record Unclear(String sentence) implements Checked {}

  public Checked check(Limits limits) {
    if (reason.isBlank()) {
      return new Unclear("Say why in a few words.");
    }
    String why = reason.strip();
    return switch (act) {
      case "keep" -> keep(limits, why);
      case "remove" ->
          new Clear(
              new Act.Remove(why),
              "The guest is told, then disabled, and after the grace deleted softly, under the caps.");
      case "hold" -> hold(limits, why);
      case "release" ->
          new Clear(new Act.Release(why), "The hold ends, and the lifecycle goes on from there.");
      case "extend" -> extend(why);
      case "reassign" -> reassign(limits, why);
      case "retry" ->
          new Clear(new Act.Retry(why), "What stopped is tried again, after a fresh look.");
      case "restore" ->
          new Clear(
              new Act.Restore(why),
              "The account is restored and enabled, and the lifecycle ends. What does not come back is listed.");
      default -> new Unclear("Choose what to do.");
    };
  }

  private Checked keep(Limits limits, String why) {
    LocalDate day = day();
    return day == null || !day.isAfter(limits.today()) || day.isAfter(limits.latestKeep())
        ? new Unclear(
            "Keep needs a last day after today and up to %s, as the policy says."
                .formatted(Calendar.words(limits.latestKeep())))
        : new Clear(
            new Act.Keep(day, why),
            "The guest is kept until %s; a disabled account is given back."
                .formatted(Calendar.words(day)));
  }

  private Checked hold(Limits limits, String why) {
    LocalDate day = day();
    return day == null || day.isBefore(limits.today())
        ? new Unclear("A hold needs a last day that is not past.")
        : new Clear(
            new Act.Hold(day, why),
            "Nothing happens to the guest until %s is over; all dates move out."
                .formatted(Calendar.words(day)));
  }

  private Checked extend(String why) {
    return days.strip().matches("[1-9]\\d{0,3}")
        ? new Clear(
            new Act.Extend(Integer.parseInt(days.strip()), why),
            "The next date moves out by %s days.".formatted(days.strip()))
        : new Unclear("More time is a number of days, at least 1.");
  }

  private Checked reassign(Limits limits, String why) {
    String id = person.strip();
    if (!OBJECT_ID.matcher(id).matches()) {
      return new Unclear(
          "Name the person by object id, like 0b9c5c1e-7d0a-4c5e-9a53-2f1a6f5e7b10.");
    }
    return id.equalsIgnoreCase(limits.guestId())
        ? new Unclear("Nobody attests themselves: name somebody else than the guest.")
        : new Clear(
            new Act.Reassign(id.toLowerCase(Locale.ROOT), why),
            "%s is asked next, with the full time.".formatted(id));
  }

  private @Nullable LocalDate day() {
    try {
      return LocalDate.parse(until.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
