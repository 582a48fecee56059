package io.gatehouse.config;

/** A group of settings that some commands need and others do not. */
public enum Part {
  /** The database under the program's role. */
  DATABASE,
  /** The database under the pages' role. */
  READER,
  /** The database under the role that owns the schema. */
  OWNER,
  /** Temporal, and the keys of what we hand to it. */
  TEMPORAL,
  /** The vault alone, for making a key before one is in use. */
  VAULT,
  MAIL,
  GRAPH,
  PAGES
}
