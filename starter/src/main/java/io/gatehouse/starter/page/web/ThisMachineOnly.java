package io.gatehouse.starter.page.web;

import io.gatehouse.config.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Until people sign in, pages for administrators answer only requests from this machine: from a
 * loopback address, to a loopback name (or a web page elsewhere could be re-bound to us), and not
 * through a proxy, which would make every visitor look local.
 */
final class ThisMachineOnly implements HandlerInterceptor {
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    boolean closed =
        handler instanceof HandlerMethod method
            && !method.getBeanType().isAnnotationPresent(ForEveryone.class);
    if (closed && !isLocal(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    return true;
  }

  static boolean isLocal(HttpServletRequest request) {
    return fromLoopback(request.getRemoteAddr())
        && Loopback.is(request.getServerName())
        && Collections.list(request.getHeaderNames()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .noneMatch(name ->
                name.equals("forwarded") || name.equals("via") || name.startsWith("x-forwarded-"));
  }

  private static boolean fromLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // a literal: nothing is looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
