package io.gatehouse.starter.page.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What every answer tells the browser: run no script, leak no link, keep no copy, no frames. */
final class SafetyHeaders implements Filter {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletResponse) response;
    http.setHeader("Content-Security-Policy", POLICY);
    http.setHeader("Referrer-Policy", "no-referrer");
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("X-Frame-Options", "DENY");
    http.setHeader("X-Robots-Tag", "noindex, nofollow");
    http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (!((HttpServletRequest) request).getServletPath().startsWith("/assets/")) {
      http.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
