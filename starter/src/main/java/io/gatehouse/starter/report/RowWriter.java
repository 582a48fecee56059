package io.gatehouse.starter.report;

import io.gatehouse.store.report.ReportRow;
import java.io.Closeable;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Takes the report's guests one after the other and keeps none. Throws {@link UncheckedIOException}
 * where the target fails; closing flushes and leaves the target open.
 */
interface RowWriter extends Consumer<ReportRow>, Closeable {}
