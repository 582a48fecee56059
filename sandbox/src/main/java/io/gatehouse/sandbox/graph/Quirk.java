package io.gatehouse.sandbox.graph;

/** A way in which a real tenant's answers go wrong without a fault, to be switched on by tests. */
public enum Quirk {
  /** The first page of users is empty and still has a nextLink. */
  EMPTY_FIRST_PAGE,
  /** Every page of users holds half of what was asked for and still has a nextLink. */
  SHORT_PAGE,
  /** The second page of users has no nextLink: the list ends early. */
  LOST_NEXT_LINK,
  /** The nextLink ends after half of the users; finding the half reads the whole list. */
  HALF_OF_THE_PAGES,
  /** No user has signInActivity. */
  NO_SIGN_IN_DATES,
  /** The tenant has no P1 licence: signInActivity is refused. */
  NO_PREMIUM_LICENCE,
  /** The tenant has no P2 licence: role schedules are refused. */
  NO_P2_LICENCE,
  /** No caller has a group permission: a group shows its id and type and no more. */
  GROUPS_UNREADABLE,
  /** A restored user is in none of its mail-enabled groups any more. */
  RESTORE_LOSES_MEMBERSHIPS
}
