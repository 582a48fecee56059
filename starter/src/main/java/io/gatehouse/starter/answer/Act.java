package io.gatehouse.starter.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody wants to happen with a guest, as it was said. */
public sealed interface Act {

  /** In the words of the person; personal data. */
  String reason();

  /** A sponsor's or an operator's decision about the account. */
  sealed interface Decision extends Act {}

  /**
   * Vouches for the guest.
   *
   * @param until last day, in the policy's zone
   */
  record Keep(LocalDate until, String reason) implements Decision {}

  record Remove(String reason) implements Decision {}

  /**
   * Somebody else answers for the guest.
   *
   * @param who as typed, null when the person does not know
   */
  record NotMine(@Nullable String who, String reason) implements Decision {}

  /**
   * Nothing happens for a while.
   *
   * @param until last day on which nothing happens, in the policy's zone
   */
  record Hold(LocalDate until, String reason) implements Act {}

  /** The lifecycle goes on before its hold is over. */
  record Release(String reason) implements Act {}

  /** The person asked, or the guest, gets more time. */
  record Extend(int days, String reason) implements Act {}

  /**
   * Somebody else is asked.
   *
   * @param personId object id in the directory
   */
  record Reassign(String personId, String reason) implements Act {}

  /** What the lifecycle stopped for is mended: it tries again. */
  record Retry(String reason) implements Act {}

  /** The account is given back, and the lifecycle ends. */
  record Restore(String reason) implements Act {}

  default ActKind kind() {
    return switch (this) {
      case Keep _ -> ActKind.KEEP;
      case Remove _ -> ActKind.REMOVE;
      case NotMine _ -> ActKind.NOT_MINE;
      case Hold _ -> ActKind.HOLD;
      case Release _ -> ActKind.RELEASE;
      case Extend _ -> ActKind.EXTEND;
      case Reassign _ -> ActKind.REASSIGN;
      case Retry _ -> ActKind.RETRY;
      case Restore _ -> ActKind.RESTORE;
    };
  }

  /** The day named by the act, null when it names none. */
  default @Nullable LocalDate day() {
    return switch (this) {
      case Keep keep -> keep.until();
      case Hold hold -> hold.until();
      case Remove _, NotMine _, Release _, Extend _, Reassign _, Retry _, Restore _ -> null;
    };
  }

  /** Whom the act names instead, null when it names nobody. */
  default @Nullable String named() {
    return switch (this) {
      case NotMine notMine -> notMine.who();
      case Reassign reassign -> reassign.personId();
      case Keep _, Remove _, Hold _, Release _, Extend _, Retry _, Restore _ -> null;
    };
  }
}
