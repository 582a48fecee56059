package io.gatehouse.starter.page.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every page that is no answer: one sentence about what happened and what to do. */
@Controller
@ForEveryone
class ErrorPages implements ErrorController {
  record Notice(String title, String sentence) {}

  private final boolean peopleSignIn;

  ErrorPages(ObjectProvider<SignIn> signIn) {
    this.peopleSignIn = signIn.getIfAvailable() != null;
  }

  @RequestMapping("/error")
  ModelAndView error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : 404;
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
        && outage(thrown)) {
      status = 503;
    }
    return notice(status, notice(status));
  }

  static ModelAndView notice(int status, Notice notice) {
    var page = new ModelAndView("notice");
    page.setStatus(HttpStatusCode.valueOf(status));
    page.addObject("notice", notice);
    return page;
  }

  private static boolean outage(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessException || cause instanceof TransactionException) {
        return true;
      }
    }
    return false;
  }

  private Notice notice(int status) {
    return switch (HttpStatus.resolve(status)) {
      case FORBIDDEN ->
          peopleSignIn
              ? new Notice(
                  "Not for you",
                  "Your role may not do this, or the page was open for too long: go back, reload it"
                      + " and try again. Roles are given in Entra.")
              : new Notice(
                  "Only on the machine itself",
                  "This page is for administrators and answers only on the machine that Gatehouse"
                      + " runs on, asked directly at localhost and not through a proxy. Nobody signs"
                      + " in here, so it only shows.");
      case NOT_FOUND -> new Notice("Nothing here", "There is no page at this address.");
      case METHOD_NOT_ALLOWED, BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE ->
          new Notice("That was not understood", "Go back, reload the page and try again.");
      case SERVICE_UNAVAILABLE ->
          new Notice(
              "The database does not answer",
              "Nothing was changed. Try again in a minute; Gatehouse goes on by itself as soon as"
                  + " the database is back.");
      case null, default ->
          new Notice(
              "Something went wrong on our side",
              "Nothing was lost that was acknowledged before. Try again in a minute.");
    };
  }
}
