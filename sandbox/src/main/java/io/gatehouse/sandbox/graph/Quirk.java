package io.gatehouse.sandbox.graph;

/** A way in which a real tenant's reads go wrong without an error, to be switched on by tests. */
public enum Quirk {
  /** The first page of users is empty and still has a nextLink. */
  EMPTY_FIRST_PAGE,
  /** No user has signInActivity. */
  NO_SIGN_IN_DATES,
  /** The nextLink ends after half of the users. */
  HALF_OF_THE_PAGES,
  /** The tenant has no P1 licence: signInActivity is refused. */
  NO_PREMIUM_LICENCE
}
