package io.gatehouse.watch;

/** Whose lifecycles are watched. */
public record WatchRequest(String tenant) {}
