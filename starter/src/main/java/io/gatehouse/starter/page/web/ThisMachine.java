package io.gatehouse.starter.page.web;

import io.gatehouse.config.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;

/**
 * Whether a request comes from this machine: from a loopback address, to a loopback name (or a web
 * page elsewhere could be re-bound to us), and not through a proxy, which would make every visitor
 * look local.
 */
final class ThisMachine {
  private ThisMachine() {}

  static boolean asks(HttpServletRequest request) {
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
