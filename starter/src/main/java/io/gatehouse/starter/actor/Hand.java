package io.gatehouse.starter.actor;

/** A proved person with what signs for them: what an act on the tenant needs. */
public record Hand(Person person, Signer signer) {}
