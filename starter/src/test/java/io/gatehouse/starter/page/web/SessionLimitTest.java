package io.gatehouse.starter.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A role that was taken away is gone after a working day, however busy the session is. */
class SessionLimitTest {
  private static final Instant SIGNED_IN = Instant.parse("2027-03-01T08:00:00Z");

  private final List<String> calls = new ArrayList<>();

  @Test
  void a_session_of_a_working_day_goes_on() throws Exception {
    request(SIGNED_IN, SessionLimit.LONGEST);

    assertThat(calls).containsExactly("the page");
  }

  @Test
  void an_older_session_ends_before_the_page_is_asked() throws Exception {
    request(SIGNED_IN, SessionLimit.LONGEST.plusSeconds(1));

    assertThat(calls).containsExactly("invalidate", "the page");
  }

  @Test
  void whoever_has_no_session_gets_none() throws Exception {
    request(null, Duration.ofDays(1));

    assertThat(calls).containsExactly("the page");
  }

  private void request(@Nullable Instant created, Duration later) throws Exception {
    var limit = new SessionLimit(Clock.fixed(SIGNED_IN.plus(later), ZoneOffset.UTC));
    HttpSession session =
        created == null
            ? null
            : fake(HttpSession.class, Map.of("getCreationTime", created.toEpochMilli()));
    var request =
        fake(HttpServletRequest.class, session == null ? Map.of() : Map.of("getSession", session));
    limit.doFilter(
        request,
        fake(jakarta.servlet.http.HttpServletResponse.class, Map.of()),
        (_, _) -> calls.add("the page"));
  }

  /** Answers what is given, and notes what is called besides. */
  private <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              Object answer = answers.get(method.getName());
              if (answer == null && !method.getName().startsWith("get")) {
                calls.add(Objects.requireNonNull(method.getName()));
              }
              return answer;
            }));
  }
}
