package io.gatehouse.config;

/**
 * Where Temporal is.
 *
 * @param target host:port of the frontend
 */
public record TemporalSettings(String target, String namespace) {}
