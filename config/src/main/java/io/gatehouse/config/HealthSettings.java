package io.gatehouse.config;

/** Where a process tells how it is. */
public record HealthSettings(String address, int port) {}
