package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph and the registrations that we call it as.
 *
 * @param writer null for a process that never changes the directory
 */
public record GraphSettings(
    String baseUrl, GraphCredential reader, @Nullable GraphCredential writer) {}
