package io.gatehouse.starter.page.guest;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.guest.GuestRow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One guest in the table. */
record GuestLine(
    String id,
    String name,
    @Nullable String mail,
    @Nullable String company,
    String standing,
    String standingClass,
    String standingReason,
    String inactivity,
    Calendar.@Nullable Point lastActivity) {
  static GuestLine of(GuestRow row, Calendar calendar) {
    return new GuestLine(
        row.guestId(),
        Words.name(row),
        row.mail(),
        row.companyName(),
        Words.standing(row.standing()),
        row.standing().toLowerCase(Locale.ROOT),
        row.standingReason(),
        Words.inactivity(row.inactivity()),
        calendar.sinceOrNull(row.lastActivityAt()));
  }
}
