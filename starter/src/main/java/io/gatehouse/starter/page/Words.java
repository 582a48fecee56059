package io.gatehouse.starter.page;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.PlainName;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Standing;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.answer.ActKind;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.Lifecycles;
import org.jspecify.annotations.Nullable;

/** The words in which people read the names that stand in the store. */
public final class Words {
  private Words() {}

  public static String standing(String name) {
    return switch (Standing.valueOf(name)) {
      case ACTIVE -> "active";
      case KEPT -> "kept";
      case REMOVED -> "removed";
      case EXEMPT -> "exempt";
      case UNKNOWN -> "unknown";
      case IN_PROGRESS -> "in progress";
      case STOOD_DOWN -> "stood down";
      case GONE -> "gone";
      case FAILED -> "failed";
    };
  }

  public static String inactivity(String name) {
    return switch (name) {
      case "ACTIVE" -> "active";
      case "STALE" -> "stale";
      case "NEVER_SIGNED_IN" -> "never signed in";
      default -> "unknown";
    };
  }

  public static String stage(String name) {
    return switch (Stage.valueOf(name)) {
      case ASKED -> "asked";
      case ANSWERED -> "answered";
      case NOTICE -> "guest was told";
      case RESERVED -> "slot reserved";
      case DISABLED -> "disabled";
      case DELETED -> "deleted";
      case NEEDS_OPERATOR -> "needs an operator";
      case CLOSED -> "closed";
    };
  }

  public static String outcome(@Nullable String name) {
    if (name == null) {
      return "running";
    }
    return switch (Outcome.valueOf(name)) {
      case KEPT -> "kept";
      case REMOVED -> "removed";
      case EXEMPT -> "exempt";
      case STOOD_DOWN -> "stood down";
      case WOULD_REMOVE -> "would be removed";
      case RESTORED -> "restored";
      case GONE -> "gone";
      case FAILED -> "failed";
    };
  }

  public static String waitingFor(String stored) {
    return switch (stored) {
      case Lifecycles.GATE -> "the gate to open";
      case Lifecycles.OPERATOR -> "an operator";
      default -> stored;
    };
  }

  public static String choice(String stored) {
    return switch (ActKind.valueOf(stored)) {
      case KEEP -> "Keep";
      case REMOVE -> "Remove";
      case NOT_MINE -> "Not mine";
      case HOLD -> "Hold";
      case RELEASE -> "Release";
      case EXTEND -> "More time";
      case REASSIGN -> "Ask somebody else";
      case RETRY -> "Try again";
      case RESTORE -> "Give the account back";
    };
  }

  /** Why a lifecycle is opened. */
  public static String trigger(String stored) {
    return Trigger.valueOf(stored).words();
  }

  /** What a guest can hold. */
  public static String holding(String kind) {
    return switch (kind) {
      case "GROUP" -> "member of the group";
      case "UNIT" -> "member of the administrative unit";
      case "ROLE" -> "holder of the role";
      case "ELIGIBLE_ROLE" -> "able to activate the role";
      case "SPONSOR" -> "sponsored by";
      default -> "owner of";
    };
  }

  public static String role(String stored) {
    return switch (Role.valueOf(stored)) {
      case OWNER -> "owner of the exclusion";
      case SPONSOR -> "sponsor";
      case MEMBER -> "owner or member of the sponsoring group";
      case MANAGER -> "manager";
      case INVITER -> "person who invited the guest";
      case NAMED -> "person named by an operator";
      case STEWARD -> "steward";
    };
  }

  /** The best name there is; the object id when there is none. */
  public static String name(GuestRow guest) {
    return firstOf(guest.displayName(), guest.mail(), guest.userPrincipalName(), guest.guestId());
  }

  /** The first that says anything, as one plain line: anybody may call himself anything. */
  public static String firstOf(@Nullable String... names) {
    for (String name : names) {
      String plain = PlainName.of(name, "");
      if (!plain.isEmpty()) {
        return plain;
      }
    }
    return "not known";
  }
}
