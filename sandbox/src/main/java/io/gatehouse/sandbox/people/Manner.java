package io.gatehouse.sandbox.people;

/** The ways in which people treat a question. */
public enum Manner {
  KEEPS,
  REMOVES,
  SAYS_NOTHING,
  NAMES_SOMEBODY_ELSE,
  /** Removes first and keeps later. */
  CHANGES_MIND,
  /** A mail scanner opens and posts every link before the person sees it. */
  HAS_SCANNER
}
