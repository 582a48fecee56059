package io.gatehouse.guest;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name from the directory made fit to be shown: anybody may call himself anything. */
public final class PlainName {
  private static final int LONGEST = 60;
  private static final Pattern LINK = Pattern.compile("(?i)\\S*(://|www\\.)\\S*");

  private PlainName() {}

  /**
   * One line without control, bidirectional or invisible characters and without links (a mail
   * client would make them live, under our name), cut to a readable length.
   */
  public static String of(@Nullable String name, String otherwise) {
    String plain = LINK.matcher(address(name, otherwise)).replaceAll("(link removed)");
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** The same at full length: half an address would be another one. */
  public static String address(@Nullable String address, String otherwise) {
    if (address == null) {
      return otherwise;
    }
    String plain =
        Normalizer.normalize(address, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    return plain.isEmpty() ? otherwise : plain;
  }
}
