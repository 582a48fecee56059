package io.gatehouse.sandbox.tenant;

import org.jspecify.annotations.Nullable;

/** Who made a change. */
public sealed interface Initiator {
  /** The administrator of every sandbox tenant: the same in all of them, like a registration. */
  Initiator ADMINISTRATOR =
      new Person("0b5e57e4-0000-4000-8000-0000000000ad", "admin@" + Employee.HOST);

  /** One of the registrations the sandbox hands out, over Graph. */
  record App(AppRegistration registration) implements Initiator {}

  /** A service of Microsoft's that acts in the tenant. */
  record Service(String appId, String displayName) implements Initiator {}

  /**
   * A person in the admin centre or at the invitation page.
   *
   * @param id object id, null for somebody who is known by name only
   */
  record Person(@Nullable String id, String userPrincipalName) implements Initiator {
    /** Somebody of whom only the name matters. */
    public Person(String userPrincipalName) {
      this(null, userPrincipalName);
    }
  }

  /** The directory itself, when it empties the bin. */
  record Directory() implements Initiator {}
}
