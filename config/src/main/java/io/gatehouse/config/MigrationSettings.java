package io.gatehouse.config;

/**
 * What bringing the schema up to date needs.
 *
 * @param owner the role that owns the schema
 * @param program name of the program's role; its password is nobody's business here
 * @param pages name of the pages' role
 */
public record MigrationSettings(DatabaseSettings owner, String program, String pages) {}
