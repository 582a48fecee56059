package io.gatehouse.starter.page.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page knows who looks at it. */
@ControllerAdvice
class VisitorOnEveryPage {
  private final boolean canSignIn;

  VisitorOnEveryPage(ObjectProvider<SignIn> signIn) {
    this.canSignIn = signIn.getIfAvailable() != null;
  }

  @ModelAttribute("visitor")
  Visitor visitor() {
    return Visitor.of(canSignIn);
  }
}
