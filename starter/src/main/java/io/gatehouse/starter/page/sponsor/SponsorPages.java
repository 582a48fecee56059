package io.gatehouse.starter.page.sponsor;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.SignedIn;
import io.gatehouse.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /mine}: everything somebody is asked. They are proved by signing in and need no link. */
@Controller
@ForRoles(AppRole.SPONSOR)
public class SponsorPages {
  private final Store store;
  private final Answering answering;

  SponsorPages(@Qualifier("reading") Store store, Answering answering) {
    this.store = store;
    this.answering = answering;
  }

  @GetMapping("/mine")
  ModelAndView list() {
    String me = me();
    List<Asked> asked =
        store.questions().running(me).stream()
            .flatMap(question -> asked(me, question.openingId(), question.round()).stream())
            .toList();
    return answering.list(asked);
  }

  @GetMapping("/mine/{openingId}/{round}")
  ModelAndView show(@PathVariable UUID openingId, @PathVariable int round) {
    return asked(me(), openingId, round).map(answering::show).orElseGet(Answering::nothing);
  }

  @PostMapping("/mine/{openingId}/{round}")
  ModelAndView answer(
      @PathVariable UUID openingId,
      @PathVariable int round,
      @RequestParam Map<String, String> typed) {
    return asked(me(), openingId, round)
        .map(asked -> answering.answer(asked, AnswerForm.of(typed)))
        .orElseGet(Answering::nothing);
  }

  private Optional<Asked> asked(String me, UUID openingId, int round) {
    return Asked.find(new Actor.Asked(me, round, Actor.Proof.SIGN_IN), openingId, store);
  }

  /** Where nobody signs in, nobody has questions. */
  private static String me() {
    return SignedIn.current()
        .map(SignedIn::subject)
        .orElseThrow(() -> new AccessDeniedException("not signed in"));
  }
}
