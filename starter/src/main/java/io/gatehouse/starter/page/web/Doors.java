package io.gatehouse.starter.page.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets in whom a page asks for. Where nobody can sign in, pages for administrators only show, and
 * only to this machine; pages that others reach through a proxy, which may make every visitor look
 * local, then show nothing.
 */
final class Doors implements HandlerInterceptor {
  private final boolean peopleSignIn;
  private final boolean onlyLocal;

  /**
   * @param onlyLocal whether the pages' own address is one of this machine
   */
  Doors(boolean peopleSignIn, boolean onlyLocal) {
    this.peopleSignIn = peopleSignIn;
    this.onlyLocal = onlyLocal;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    ForRoles needs = needs(method);
    if (needs != null && needs.onlyShows() && peopleSignIn && SignedIn.current().isEmpty()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return false;
    }
    if (!open(method, request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    return true;
  }

  private boolean open(HandlerMethod method, HttpServletRequest request) {
    ForRoles needs = needs(method); // what a method says counts more than what its page says
    if (needs == null) {
      Class<?> page = method.getBeanType();
      return page.isAnnotationPresent(ForEveryone.class)
          || page.isAnnotationPresent(ForThisMachine.class) && ThisMachine.asks(request);
    }
    if (!peopleSignIn) {
      return onlyLocal
          && ThisMachine.asks(request)
          && (needs.onlyShows() || request.getMethod().matches("GET|HEAD"));
    }
    SignedIn somebody =
        SignedIn.current()
            .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("not signed in"));
    return somebody.isAny(Arrays.asList(needs.value()));
  }

  /** What the method says, else what its controller says; null when neither says anything. */
  static @Nullable ForRoles needs(HandlerMethod method) {
    ForRoles own = method.getMethodAnnotation(ForRoles.class);
    return own == null ? method.getBeanType().getAnnotation(ForRoles.class) : own;
  }
}
