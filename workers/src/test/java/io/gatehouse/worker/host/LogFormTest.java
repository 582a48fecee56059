package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

class LogFormTest {
  @ParameterizedTest
  @CsvSource({"json, json", "text, text", "'', text", ", text"})
  void a_process_logs_text_unless_it_is_asked_for_json(@Nullable String asked, String form)
      throws JoranException {
    var context = new LoggerContext();
    if (asked != null) {
      context.putProperty("GATEHOUSE_LOG", asked);
    }
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogFormTest.class.getResource("/logback.xml"));

    var names = new ArrayList<String>();
    context
        .getLogger(Logger.ROOT_LOGGER_NAME)
        .iteratorForAppenders()
        .forEachRemaining(appender -> names.add(((Appender<?>) appender).getName()));
    assertThat(names).isEqualTo(List.of(form));
    context.stop();
  }
}
