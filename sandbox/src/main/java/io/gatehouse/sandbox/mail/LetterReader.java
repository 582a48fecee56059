package io.gatehouse.sandbox.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Turns a MIME message into a {@link Letter}. */
final class LetterReader {
  private LetterReader() {}

  static Letter read(String to, MimeMessage message) {
    try {
      return new Letter(
          to,
          Objects.requireNonNullElse(message.getSubject(), ""),
          part(message, "text/plain"),
          part(message, "text/html"),
          headers(message));
    } catch (MessagingException e) {
      throw new IllegalStateException(
          "A mail to %s cannot be read: it is no MIME.".formatted(to), e);
    } catch (IOException e) {
      throw new UncheckedIOException("A mail to %s cannot be read.".formatted(to), e);
    }
  }

  /** The first part of a type, without line ends at its own end. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString().stripTrailing();
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static Map<String, List<String>> headers(MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    var headers = new LinkedHashMap<String, List<String>>();
    var lines = message.getAllHeaders();
    while (lines.hasMoreElements()) {
      Header line = lines.nextElement();
      headers
          .computeIfAbsent(line.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(MimeUtility.decodeText(MimeUtility.unfold(line.getValue())));
    }
    return headers;
  }
}
