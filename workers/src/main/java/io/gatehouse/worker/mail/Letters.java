package io.gatehouse.worker.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders letters from the template files {@code mail/NAME.subject.txt}, {@code .txt} and {@code
 * .html}.
 */
final class Letters {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");
  private final TemplateEngine html = engine(TemplateMode.HTML, ".html");

  /** Subject, text and HTML of one letter. */
  record Rendered(String subject, String text, String html) {}

  Rendered render(String template, Map<String, Object> values) {
    var context = new Context(Locale.ENGLISH, values);
    String subject = text.process(template + ".subject", context).strip();
    return new Rendered(subject, text.process(template, context), html.process(template, context));
  }

  static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  private static TemplateEngine engine(TemplateMode mode, String suffix) {
    var files = new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
    files.setPrefix("mail/");
    files.setSuffix(suffix);
    files.setTemplateMode(mode);
    files.setCharacterEncoding("UTF-8");
    var engine = new TemplateEngine();
    engine.setTemplateResolver(files);
    return engine;
  }
}
