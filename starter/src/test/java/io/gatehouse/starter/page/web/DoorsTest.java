package io.gatehouse.starter.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

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
    return Arrays.stream(PageConfiguration.class.getAnnotation(Import.class).value())
        .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class));
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
  void every_controller_is_looked_at() {
    assertThat(controllers().count()).isGreaterThan(12);
  }
}
