package io.gatehouse.starter.page.web;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Person;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who is signed in on the pages.
 *
 * @param subject object id in the directory: the same as a key of theirs names
 * @param roles as Entra gave them
 */
public record SignedIn(String subject, String name, Set<AppRole> roles) {

  /** The claim with the directory's own name for somebody. */
  static final String OBJECT_ID = "oid";

  /** Whoever makes this request. */
  public static Optional<SignedIn> current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof OidcUser user
        ? Optional.of(of(user))
        : Optional.empty();
  }

  /** {@link DirectoryUsers} let nobody in without an object id. */
  private static SignedIn of(OidcUser user) {
    String name = user.getClaimAsString("name");
    String subject =
        Objects.requireNonNull(user.getClaimAsString(OBJECT_ID), OBJECT_ID)
            .toLowerCase(Locale.ROOT);
    return new SignedIn(subject, name == null ? subject : name, roles(user.getClaim("roles")));
  }

  private static Set<AppRole> roles(@Nullable Object claim) {
    var roles = EnumSet.noneOf(AppRole.class);
    if (claim instanceof Collection<?> names) {
      Arrays.stream(AppRole.values())
          .filter(role -> names.contains(role.claim()))
          .forEach(roles::add);
    }
    return roles;
  }

  public boolean isAny(Collection<AppRole> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }

  public boolean may(Action action) {
    return roles.stream().anyMatch(role -> role.may(action));
  }

  /**
   * The person in the lowest role that may do it.
   *
   * @throws NotAllowed when none may
   */
  public Person as(Action action) {
    return roles.stream()
        .filter(role -> role.may(action))
        .min(Comparator.naturalOrder())
        .map(role -> new Person(subject, role))
        .orElseThrow(() -> new NotAllowed("Your role %s may not do this.".formatted(words())));
  }

  /** The roles in words. */
  public String words() {
    List<String> names = roles.stream().map(AppRole::claim).toList();
    return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
  }
}
