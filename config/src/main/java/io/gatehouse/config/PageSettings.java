package io.gatehouse.config;

/**
 * Where the pages are.
 *
 * @param address to listen on
 * @param port to listen on, 0 for any free one
 * @param baseUrl what every link in a mail begins with, without a slash at its end
 */
public record PageSettings(String address, int port, String baseUrl) {}
