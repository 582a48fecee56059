package io.gatehouse.starter.page.web;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.AppRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and what it offers them.
 *
 * @param name null when nobody is signed in
 * @param roles in words
 * @param canSignIn false where no issuer is set: then pages only show
 */
public record Visitor(
    @Nullable String name,
    String roles,
    boolean canSignIn,
    boolean isSponsor,
    boolean mayAct,
    boolean mayApprove) {
  static Visitor of(boolean canSignIn) {
    return SignedIn.current()
        .map(who ->
            new Visitor(
                who.name(),
                who.words(),
                canSignIn,
                who.isAny(List.of(AppRole.SPONSOR)),
                who.may(Action.RELEASE),
                who.may(Action.APPROVE_OPENING_GATE)))
        .orElse(new Visitor(null, "none", canSignIn, false, false, false));
  }
}
