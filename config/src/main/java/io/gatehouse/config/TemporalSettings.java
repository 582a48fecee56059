package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * Where Temporal is, and what it may read.
 *
 * @param target host:port of the frontend
 * @param encryption null for a house that hands its payloads over in plaintext
 */
public record TemporalSettings(
    String target, String namespace, @Nullable EncryptionSettings encryption) {}
