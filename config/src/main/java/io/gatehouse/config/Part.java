package io.gatehouse.config;

/** A group of settings that some commands need and others do not. */
public enum Part {
  /** The database under the program's role. */
  DATABASE,
  /** The database under the pages' role. */
  READER,
  /** The role that owns the schema, and the names of the two that it lets in. */
  OWNER,
  /** Temporal, and the keys of what we hand to it. */
  TEMPORAL,
  /** The vault alone, for making a key before one is in use. */
  VAULT,
  MAIL,
  /** Microsoft Graph under the reading registration. */
  GRAPH,
  /** Microsoft Graph under the registration that looks right before an effect. */
  LOOKER,
  /** Microsoft Graph under the writing registration, and the one that looks for it. */
  WRITER,
  PAGES,
  /** How a process is watched: whether and where it tells how it is, how it logs. */
  HEALTH
}
