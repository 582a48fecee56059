package io.gatehouse.starter.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.codec.CodecServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Every route says who may come in. */
class DoorsTest {
  /** A page whose author thought of nobody. */
  @Controller
  static final class Forgotten {
    @GetMapping("/forgotten")
    String page() {
      return "notice";
    }
  }

  static Stream<Class<?>> controllers() {
    return Stream.concat(
        Arrays.stream(PageConfiguration.class.getAnnotation(Import.class).value())
            .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class)),
        Stream.of(CodecServer.class)); // the one that is handed in
  }

  /** A page for everybody with a corner that is not. */
  @Controller
  @ForEveryone
  static final class Lobby {
    @ForRoles(AppRole.OPERATOR)
    @GetMapping("/lobby/office")
    String office() {
      return "notice";
    }
  }

  private static List<Method> undeclared(Class<?> controller) {
    return Arrays.stream(controller.getDeclaredMethods())
        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
        .filter(method ->
            !controller.isAnnotationPresent(ForEveryone.class)
                && !controller.isAnnotationPresent(ForThisMachine.class)
                && !controller.isAnnotationPresent(ForRoles.class)
                && !method.isAnnotationPresent(ForRoles.class))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("controllers")
  void a_route_declares_its_roles(Class<?> controller) {
    assertThat(undeclared(controller)).isEmpty();
  }

  @Test
  void a_route_that_declares_nothing_is_found() {
    assertThat(undeclared(Forgotten.class)).hasSize(1);
  }

  @Test
  void a_method_that_asks_for_a_role_is_no_route_for_everybody() throws Exception {
    var office = new HandlerMethod(new Lobby(), Lobby.class.getDeclaredMethod("office"));

    assertThatThrownBy(() ->
            new Doors(true, false)
                .preHandle(fake(HttpServletRequest.class), fake(HttpServletResponse.class), office))
        .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
  }

  private static <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> null));
  }

  @Test
  void every_controller_is_looked_at() {
    assertThat(controllers().count()).isGreaterThan(12);
  }
}
