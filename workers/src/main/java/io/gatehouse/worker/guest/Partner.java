package io.gatehouse.worker.guest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The organization a guest comes from, as the domain of the address. Pure. */
final class Partner {
  private static final String EXTERNAL = "#EXT#";

  private Partner() {}

  /**
   * Of the mail address, else of the address inside the user principal name ({@code
   * anna_partner.example#EXT#@host}, Learn: user); null when neither shows one.
   */
  static @Nullable String of(@Nullable String mail, @Nullable String userPrincipalName) {
    String domain = after('@', mail);
    if (domain == null && userPrincipalName != null) {
      int external = userPrincipalName.toUpperCase(Locale.ROOT).indexOf(EXTERNAL);
      domain =
          external < 0
              ? after('@', userPrincipalName)
              : after('_', userPrincipalName.substring(0, external));
    }
    return domain == null ? null : domain.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String after(char mark, @Nullable String text) {
    int at = text == null ? -1 : text.lastIndexOf(mark);
    return text == null || at < 0 || at == text.length() - 1 ? null : text.substring(at + 1);
  }
}
