package io.gatehouse.guest;

import org.jspecify.annotations.Nullable;

/** Why somebody is asked about a guest, in the words of mail and page. Pure. */
public final class AskedBecause {
  private AskedBecause() {}

  /**
   * The days as people read them, null where they are not known.
   *
   * @param lastSignIn the newest sign-in of any kind
   * @param invited when the invitation was sent last
   */
  public record Days(
      @Nullable String lastSignIn, @Nullable String created, @Nullable String invited) {}

  public static String sentence(Trigger trigger, Days days) {
    return switch (trigger) {
      case INVITATION_NOT_REDEEMED ->
          "The invitation of this guest%s was never accepted."
              .formatted(on(" of ", days.invited()));
      case NEVER_SIGNED_IN ->
          "This guest account%s was never used.".formatted(on(", created on ", days.created()));
      case INACTIVE ->
          "This guest account has not been used for a long time%s."
              .formatted(on(", last on ", days.lastSignIn()));
      case SPONSOR_MISSING ->
          "This guest account is in use%s, and the directory names nobody who answers for it."
              .formatted(on(", last on ", days.lastSignIn()));
      case ATTESTATION_DUE ->
          "This guest account is in use%s, and the periodic review is due."
              .formatted(on(", last on ", days.lastSignIn()));
      case EXCLUSION_ENDS ->
          "This guest is left alone at your request or your department's, and that exclusion ends soon.";
    };
  }

  /** What "keep" means here. */
  public static String keep(Trigger trigger) {
    return trigger == Trigger.EXCLUSION_ENDS
        ? "the guest has to be left alone longer, until a date you name"
        : "they still need access, until a date you name";
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
