package io.gatehouse.guest;

import io.gatehouse.safety.Judgement;

/** What a scan came to. */
public record ScanReport(int pages, int guests, Judgement judgement, int opened, int exempt) {}
