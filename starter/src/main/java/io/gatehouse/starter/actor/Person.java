package io.gatehouse.starter.actor;

import io.gatehouse.actor.AppRole;

/**
 * Somebody who is proved, in the role they act in.
 *
 * @param subject object id in the directory
 */
public record Person(String subject, AppRole role) {}
