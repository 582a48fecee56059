package io.gatehouse.guest;

import io.gatehouse.sponsor.Role;
import org.jspecify.annotations.Nullable;

/** Why somebody is asked about a guest, in the words of mail and page. Pure. */
public final class AskedBecause {
  private AskedBecause() {}

  /**
   * The days as people read them, null where they are not known.
   *
   * @param lastSignIn the newest sign-in of any kind
   * @param invited when the invitation was sent last
   * @param excludedUntil last day of the policy's exclusion
   */
  public record Days(
      @Nullable String lastSignIn,
      @Nullable String created,
      @Nullable String invited,
      @Nullable String excludedUntil) {}

  public static String sentence(Trigger trigger, Days days) {
    return switch (trigger) {
      case INVITATION_NOT_REDEEMED ->
          "The invitation%s was never accepted.".formatted(on(" sent on ", days.invited()));
      case NEVER_SIGNED_IN ->
          days.created() == null
              ? "Nobody has ever signed in to this account."
              : "This account was created on %s, and nobody has ever signed in to it."
                  .formatted(days.created());
      case INACTIVE ->
          days.lastSignIn() == null
              ? "Nobody has signed in to this account for a long time."
              : "Nobody has signed in to this account since %s.".formatted(days.lastSignIn());
      case SPONSOR_MISSING ->
          "This account is in use%s, but nobody who answers is on record as its sponsor."
              .formatted(on(", last on ", days.lastSignIn()));
      case ATTESTATION_DUE ->
          "Every guest is reviewed from time to time, also those who work with us: this account is in use%s."
              .formatted(on(", last on ", days.lastSignIn()));
      case EXCLUSION_ENDS ->
          days.excludedUntil() == null
              ? "By the policy this guest is left alone, and that ends soon."
              : "By the policy this guest is left alone until %s; after that day the guest is treated like any other."
                  .formatted(days.excludedUntil());
    };
  }

  /** Why this person is asked, after "because". */
  public static String you(Role role) {
    return switch (role) {
      case OWNER -> "you asked for this exception";
      case SPONSOR -> "the directory names you as the guest's sponsor";
      case MEMBER ->
          "the directory names a group as the guest's sponsor, and you own it or belong to it";
      case MANAGER -> "the directory names you as the guest's manager";
      case INVITER -> "you invited the guest, as the directory's audit log says";
      case NAMED -> "an operator named you as the person who can answer";
      case STEWARD -> "nobody else could decide, and you are the steward for such guests";
    };
  }

  /** What "keep" means here. */
  public static String keep(Trigger trigger) {
    return trigger == Trigger.EXCLUSION_ENDS
        ? "the guest has to be left alone longer, until a date you name"
        : "they still need access, until a date you name";
  }

  /** The word for "remove", as the page has it. */
  public static String removeWord(Trigger trigger) {
    return trigger == Trigger.EXCLUSION_ENDS ? "Let it end" : "Remove";
  }

  /** What "remove" means here. */
  public static String remove(Trigger trigger) {
    return trigger == Trigger.EXCLUSION_ENDS
        ? "that is not needed any more: the guest becomes one like any other"
        : "they do not need it any more";
  }

  /** Why a guest hears of it: the first half of a sentence. */
  public static String toGuest(Trigger trigger) {
    return switch (trigger) {
      case INVITATION_NOT_REDEEMED ->
          "The invitation to your guest account with us was not accepted";
      case NEVER_SIGNED_IN -> "Your guest account with us was never used";
      case INACTIVE -> "Your guest account with us has not been used for a long time";
      case SPONSOR_MISSING, ATTESTATION_DUE, EXCLUSION_ENDS ->
          "Your guest account with us was reviewed";
    };
  }

  private static String on(String words, @Nullable String day) {
    return day == null ? "" : words + day;
  }
}
