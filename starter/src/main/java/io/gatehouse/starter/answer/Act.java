package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Choice;
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

  /** The lifecycle goes on. */
  record Release(String reason) implements Act {}

  /** As it stands in the store. */
  default String word() {
    return switch (this) {
      case Keep _ -> Choice.KEEP.name();
      case Remove _ -> Choice.REMOVE.name();
      case NotMine _ -> Choice.NOT_MINE.name();
      case Hold _ -> "HOLD";
      case Release _ -> "RELEASE";
    };
  }

  /** The day named by the act, null when it names none. */
  default @Nullable LocalDate day() {
    return switch (this) {
      case Keep keep -> keep.until();
      case Hold hold -> hold.until();
      case Remove _, NotMine _, Release _ -> null;
    };
  }
}
