package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.temporal.TaskQueues;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTest {
  private static final Map<String, String> READING =
      Map.of("GATEHOUSE_GRAPH_READER_KIND", "managed", "GATEHOUSE_MAIL_HOST", "mail.example.com");

  @Test
  void every_task_queue_has_a_word() {
    assertThat(Arrays.stream(Queue.values()).map(Queue::taskQueue))
        .containsExactlyInAnyOrder(
            TaskQueues.CORE,
            TaskQueues.GRAPH_READ,
            TaskQueues.GRAPH_LOOK,
            TaskQueues.GRAPH_WRITE,
            TaskQueues.MAIL);
    assertThat(Queue.asked("core, graph-read,mail", READING))
        .containsExactlyInAnyOrder(Queue.CORE, Queue.GRAPH_READ, Queue.MAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "graph-write, GATEHOUSE_GRAPH_WRITER_KIND",
    "graph-look, GATEHOUSE_GRAPH_LOOKER_KIND",
    "graph-read, GATEHOUSE_GRAPH_READER_KIND",
    "mail, GATEHOUSE_MAIL_HOST"
  })
  void a_queue_without_its_credential_is_one_sentence(String word, String variable) {
    assertThatThrownBy(() -> Queue.asked("core," + word, Map.of()))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("cannot work on " + word)
        .hasMessageContaining(variable)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"graph", "''", "'core,'", "Core"})
  void a_word_that_is_no_queue_is_answered_with_those_that_are(String words) {
    assertThatThrownBy(() -> Queue.asked(words, READING))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("core, graph-read, graph-look, graph-write, mail");
  }

  @Test
  void who_says_nothing_reads_and_mails_and_acts_where_the_credentials_are() {
    assertThat(Queue.usual(Map.of())).isEqualTo(Set.of(Queue.CORE, Queue.GRAPH_READ, Queue.MAIL));
    assertThat(
            Queue.usual(
                Map.of(
                    "GATEHOUSE_GRAPH_LOOKER_KIND", "managed",
                    "GATEHOUSE_GRAPH_WRITER_KIND", "managed")))
        .isEqualTo(Set.of(Queue.values()));
  }

  @Test
  void each_queue_takes_the_settings_of_its_work_and_no_other() {
    assertThat(Queue.CORE.parts()).isEmpty();
    assertThat(Queue.GRAPH_READ.parts()).containsExactly(Part.GRAPH);
    assertThat(Queue.GRAPH_LOOK.parts()).containsExactly(Part.LOOKER);
    assertThat(Queue.GRAPH_WRITE.parts()).containsExactly(Part.WRITER);
    assertThat(Queue.MAIL.parts()).containsExactlyInAnyOrder(Part.MAIL, Part.PAGES);
  }

  @Test
  void looks_and_effects_together_stay_below_ten_reads_of_sign_ins_a_minute() {
    Settings settings = mailing("30");

    double aMinute =
        60 * (Queue.GRAPH_LOOK.perSecond(settings) + Queue.GRAPH_WRITE.perSecond(settings));
    assertThat(aMinute).isBetween(8.9, 9.1);
    assertThat(Queue.CORE.perSecond(settings)).isZero(); // eager activities
  }

  @Test
  void mail_goes_at_nine_tenths_of_what_the_server_takes() {
    assertThat(60 * Queue.MAIL.perSecond(mailing("30"))).isBetween(26.9, 27.1);
    assertThat(60 * Queue.MAIL.perSecond(mailing("1000"))).isBetween(899.0, 901.0);
  }

  private static Settings mailing(String perMinute) {
    return Settings.of(
        Map.of(
            "GATEHOUSE_TENANT", "11111111-2222-4333-8444-555555555555",
            "GATEHOUSE_MAIL_HOST", "mail.example.com",
            "GATEHOUSE_MAIL_FROM", "guests@example.com",
            "GATEHOUSE_MAIL_PER_MINUTE", perMinute),
        Part.MAIL);
  }
}
