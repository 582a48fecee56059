package io.gatehouse.worker.mail;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A name from the directory made fit for a mail: anybody may call himself anything. */
final class PlainName {
  private static final int LONGEST = 60;

  private PlainName() {}

  /** One line without control, bidirectional or invisible characters, cut to a readable length. */
  static String of(@Nullable String name, String otherwise) {
    if (name == null) {
      return otherwise;
    }
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    if (plain.isEmpty()) {
      return otherwise;
    }
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
