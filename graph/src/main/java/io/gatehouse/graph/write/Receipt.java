package io.gatehouse.graph.write;

/**
 * Graph accepted one change. {@code requestId} is its request-id header ("none" if a gateway took
 * it away).
 */
public record Receipt(String requestId) {}
