package io.gatehouse.starter.page.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends a session after a working day, however busy it is: roles are read at sign-in, and whoever
 * lost one would keep it for as long as they go on clicking.
 */
final class SessionLimit extends HttpFilter {
  private static final long serialVersionUID = 1;

  static final Duration LONGEST = Duration.ofHours(8);

  private final transient Clock clock;

  /**
   * @param clock the machine's: sessions are the web server's, also in a demo
   */
  SessionLimit(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    if (session != null
        && Instant.ofEpochMilli(session.getCreationTime())
            .plus(LONGEST)
            .isBefore(clock.instant())) {
      session.invalidate();
    }
    chain.doFilter(request, response);
  }
}
