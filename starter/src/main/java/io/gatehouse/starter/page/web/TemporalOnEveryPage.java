package io.gatehouse.starter.page.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page can lead into the Temporal UI, where there is one. */
@ControllerAdvice
class TemporalOnEveryPage {
  private final @Nullable TemporalUi ui;

  TemporalOnEveryPage(ObjectProvider<TemporalUi> ui) {
    this.ui = ui.getIfAvailable();
  }

  @ModelAttribute("temporal")
  @Nullable TemporalUi temporal() {
    return ui;
  }
}
