package io.gatehouse.store.scan;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tenant's scans and their pages. Every step may be repeated. */
public final class Scans {

  private final TenantSql sql;

  public Scans(TenantSql sql) {
    this.sql = sql;
  }

  public void begin(UUID scanId, Instant at, String mode, int policyVersion) {
    sql.insert(
            "gatehouse.scan",
            ScanRow.begun(scanId, at, mode, policyVersion),
            "on conflict (scan_id) do nothing")
        .update();
  }

  /**
   * Keeps a page; a page read again after a crash replaces the first reading, as its guests did.
   */
  public void recordPage(PageRow page) {
    sql.insert(
            "gatehouse.scan_page",
            page,
            """
            on conflict (scan_id, page) do update set guests = excluded.guests, next_link = excluded.next_link,
              sha256 = excluded.sha256, request_id = excluded.request_id, read_at = excluded.read_at
            """)
        .update();
  }

  public Optional<PageRow> page(UUID scanId, int page) {
    return sql.sql(
            "select * from gatehouse.scan_page where tenant = :tenant and scan_id = :scanId and page = :page")
        .with("scanId", scanId)
        .with("page", page)
        .find(PageRow.class);
  }

  /** All pages in order: what the manifest is made of. */
  public List<PageRow> pages(UUID scanId) {
    return sql.sql(
            "select * from gatehouse.scan_page where tenant = :tenant and scan_id = :scanId order by page")
        .with("scanId", scanId)
        .list(PageRow.class);
  }

  public void judged(UUID scanId, ScanJudgement judgement) {
    sql.sql(
            """
            update gatehouse.scan set judgement = :judgement, reasons = :reasonLines, pages = :pages,
              population = :population, with_dates = :withDates, without_dates = :withoutDates,
              unknown = :unknown, unreadable = :unreadable, due = :due, manifest_hash = :manifestHash
            where tenant = :tenant and scan_id = :scanId
            """)
        .with(judgement)
        .with("reasonLines", String.join("\n", judgement.reasons()))
        .with("scanId", scanId)
        .update();
  }

  public void finish(UUID scanId, int opened, Instant at) {
    sql.sql(
            """
            update gatehouse.scan set opened = :opened, finished_at = :at
            where tenant = :tenant and scan_id = :scanId
            """)
        .with("scanId", scanId)
        .with("opened", opened)
        .with("at", at)
        .update();
  }

  public Optional<ScanRow> find(UUID scanId) {
    return sql.sql("select * from gatehouse.scan where tenant = :tenant and scan_id = :scanId")
        .with("scanId", scanId)
        .find(ScanRow.class);
  }

  /**
   * Earlier scans a new one may be compared with, newest first: FIT ones, and those that were only
   * TOO_EARLY to act on, without which a new tenant would never gather a history.
   */
  public List<ScanRow> fitBefore(Instant before, int limit) {
    return sql.sql(
            """
            select * from gatehouse.scan
            where tenant = :tenant and started_at < :before and judgement in ('FIT', 'TOO_EARLY')
            order by started_at desc limit :limit
            """)
        .with("before", before)
        .with("limit", limit)
        .list(ScanRow.class);
  }

  public List<ScanRow> newest(int limit) {
    return sql.sql(
            "select * from gatehouse.scan where tenant = :tenant order by started_at desc limit :limit")
        .with("limit", limit)
        .list(ScanRow.class);
  }
}
