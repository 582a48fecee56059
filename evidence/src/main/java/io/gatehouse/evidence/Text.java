package io.gatehouse.evidence;

/** Text as it arrives from a tenant: it may hold what neither UTF-8 nor a database can. */
public final class Text {

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /**
   * The same text with every lone surrogate and every NUL replaced by U+FFFD.
   *
   * <p>A hostile display name must neither stop a lifecycle nor differ between what was committed
   * to and what was stored: PostgreSQL refuses NUL, UTF-8 has no lone surrogates.
   */
  public static String storable(String text) {
    if (text.indexOf('\0') < 0 && firstLoneSurrogate(text) < 0) {
      return text;
    }
    var clean = new StringBuilder(text.replace('\0', REPLACEMENT));
    for (int at = firstLoneSurrogate(clean); at >= 0; at = firstLoneSurrogate(clean)) {
      clean.setCharAt(at, REPLACEMENT);
    }
    return clean.toString();
  }

  /** The index of the first surrogate without its partner, or -1. */
  static int firstLoneSurrogate(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!paired) {
        return i;
      }
      i++;
    }
    return -1;
  }
}
