package io.gatehouse.demo.dev;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged in this JVM from now on, as it would be written. */
final class HeardLog implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  HeardLog() {
    heard.start();
    root.addAppender(heard);
  }

  /** Messages with their ids, and stacks with theirs. */
  List<String> lines() {
    return List.copyOf(heard.list).stream().map(HeardLog::line).toList();
  }

  private static String line(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " " + thrown;
  }

  @Override
  public void close() {
    root.detachAppender(heard);
  }
}
