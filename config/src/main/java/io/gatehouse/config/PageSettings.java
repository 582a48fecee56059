package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the pages are.
 *
 * @param address to listen on
 * @param port to listen on, 0 for any free one
 * @param baseUrl what every link in a mail begins with, without a slash at its end
 * @param temporalUi address of the Temporal UI, without a slash at its end; null for none
 */
public record PageSettings(String address, int port, String baseUrl, @Nullable String temporalUi) {}
