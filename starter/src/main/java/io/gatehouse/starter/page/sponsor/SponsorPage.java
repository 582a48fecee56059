package io.gatehouse.starter.page.sponsor;

import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.page.web.ForEveryone;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.LinkRow;
import io.gatehouse.store.attestation.LinkToken;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /a/{token}}: GET shows, POST decides. The token is all that a visitor has to have. */
@Controller
@ForEveryone
public class SponsorPage {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final Store store;
  private final Answering answering;
  private final Clock clock;

  SponsorPage(@Qualifier("writing") Store store, Answering answering, Clock clock) {
    this.store = store; // hashes of tokens are hidden from the pages' own role
    this.answering = answering;
    this.clock = clock;
  }

  @GetMapping("/a/{token}")
  ModelAndView show(@PathVariable String token) {
    return asked(token).map(answering::show).orElseGet(Answering::nothing);
  }

  @PostMapping("/a/{token}")
  ModelAndView answer(@PathVariable String token, @RequestParam Map<String, String> typed) {
    return asked(token)
        .map(asked -> answering.answer(asked, AnswerForm.of(typed)))
        .orElseGet(Answering::nothing);
  }

  /** Empty for a token that is malformed, unknown or expired: nobody learns which. */
  private Optional<Asked> asked(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return store
        .links()
        .find(LinkToken.hash(token))
        .filter(link -> clock.instant().isBefore(link.expiresAt()))
        .flatMap(this::asked);
  }

  private Optional<Asked> asked(LinkRow link) {
    var who = new Actor.Asked(link.sponsorId(), link.round(), Actor.Proof.LINK);
    return Asked.find(who, link.openingId(), store);
  }
}
