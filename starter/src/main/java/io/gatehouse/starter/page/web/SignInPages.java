package io.gatehouse.starter.page.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What stands at both ends of a session. */
@Controller
@ForEveryone
class SignInPages {
  @GetMapping("/signed-out")
  ModelAndView signedOut() {
    return ErrorPages.notice(
        HttpStatus.OK.value(),
        new ErrorPages.Notice(
            "You are signed out", "Open any page of Gatehouse to sign in again."));
  }

  @GetMapping("/not-signed-in")
  ModelAndView failed() {
    return ErrorPages.notice(
        HttpStatus.UNAUTHORIZED.value(),
        new ErrorPages.Notice(
            "You are not signed in",
            "Signing in did not come to an end. Try again from the page you wanted; if it stays like this, tell whoever runs Gatehouse."));
  }
}
