package io.gatehouse.worker.guest;

import io.gatehouse.graph.read.DirectoryGuest;
import io.gatehouse.graph.read.SignInDate;
import io.gatehouse.graph.read.SignInDates;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.SignIns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the directory says into facts. Pure. */
public final class Reading {
  private Reading() {}

  public static GuestFacts facts(DirectoryGuest guest) {
    return new GuestFacts(
        guest.id(),
        guest.userType(),
        guest.accountEnabled(),
        guest.created(),
        guest.externalUserState(),
        guest.stateChanged(),
        guest.onPremisesSynced(),
        guest.managementRestricted(),
        signIns(guest.signIns()));
  }

  private static SignIns signIns(SignInDates dates) {
    return new SignIns(
        at(dates.interactive()), at(dates.nonInteractive()), at(dates.successful()), doubt(dates));
  }

  private static SignIns.Doubt doubt(SignInDates dates) {
    var all = List.of(dates.interactive(), dates.nonInteractive(), dates.successful());
    if (all.stream().anyMatch(SignInDate.Malformed.class::isInstance)) {
      return SignIns.Doubt.MALFORMED;
    }
    return all.stream().anyMatch(SignInDate.Placeholder.class::isInstance)
        ? SignIns.Doubt.PLACEHOLDER
        : SignIns.Doubt.NONE;
  }

  private static @Nullable Instant at(SignInDate date) {
    return date instanceof SignInDate.At at ? at.instant() : null;
  }
}
