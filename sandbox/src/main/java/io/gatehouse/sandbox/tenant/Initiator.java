package io.gatehouse.sandbox.tenant;

/** Who made a change. */
public sealed interface Initiator {
  /** An application, over Graph. */
  record App(AppRegistration registration) implements Initiator {}

  /** A person in the admin centre, by user principal name. */
  record Person(String userPrincipalName) implements Initiator {}

  /** The directory itself, when it empties the bin. */
  record Directory() implements Initiator {}
}
