package io.gatehouse.guest;

/** What a scan is asked to do. */
public record ScanRequest(String tenant) {}
