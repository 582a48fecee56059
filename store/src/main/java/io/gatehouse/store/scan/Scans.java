package io.gatehouse.store.scan;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tenant's scans and their pages. Every step may be repeated. */
public final class Scans {

  /** Without the manifest, which grows with the tenant and which no list shows. */
  private static final String SCAN =
      """
      select scan_id, started_at, finished_at, mode, policy_version, pages, sponsors_told, population,
        with_dates, without_dates, unknown, unreadable, exempt, without_sponsor, due, opened, judgement,
        reasons, manifest_hash
      from gatehouse.scan where tenant = :tenant
      """;

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
            on conflict (scan_id, list, page) do update set guests = excluded.guests, next_link = excluded.next_link,
              sha256 = excluded.sha256, request_id = excluded.request_id, read_at = excluded.read_at
            """)
        .update();
  }

  public Optional<PageRow> page(UUID scanId, String list, int page) {
    return sql.sql(
            """
            select * from gatehouse.scan_page
            where tenant = :tenant and scan_id = :scanId and list = :list and page = :page
            """)
        .with("scanId", scanId)
        .with("list", list)
        .with("page", page)
        .find(PageRow.class);
  }

  /** All pages of one list in order: what the manifest is made of. */
  public List<PageRow> pages(UUID scanId, String list) {
    return sql.sql(
            """
            select * from gatehouse.scan_page
            where tenant = :tenant and scan_id = :scanId and list = :list order by page
            """)
        .with("scanId", scanId)
        .with("list", list)
        .list(PageRow.class);
  }

  public void judged(UUID scanId, ScanJudgement judgement) {
    sql.sql(
            """
            update gatehouse.scan set judgement = :judgement, reasons = :reasonLines, pages = :pages,
              sponsors_told = :sponsorsTold, exempt = :exempt, without_sponsor = :withoutSponsor,
              population = :population, with_dates = :withDates, without_dates = :withoutDates,
              unknown = :unknown, unreadable = :unreadable, due = :due, manifest_hash = :manifestHash
            where tenant = :tenant and scan_id = :scanId
            """)
        .with(judgement)
        .with("reasonLines", String.join("\n", judgement.reasons()))
        .with("scanId", scanId)
        .update();
  }

  /**
   * Keeps the manifest: canonical JSON of what was asked, what came and who was left out. Kept
   * beside the row, since a page of many scans does not show it.
   */
  public void recordManifest(UUID scanId, String manifest) {
    sql.sql(
            "update gatehouse.scan set manifest = :manifest where tenant = :tenant and scan_id = :scanId")
        .with("scanId", scanId)
        .with("manifest", manifest)
        .update();
  }

  /** The manifest of a scan that got so far. */
  public Optional<String> manifest(UUID scanId) {
    return sql
        .sql(
            """
            select manifest from gatehouse.scan
            where tenant = :tenant and scan_id = :scanId and manifest is not null
            """)
        .with("scanId", scanId)
        .texts()
        .stream()
        .findFirst();
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

  /**
   * Takes a scan whose figures a person checked as the new measure.
   *
   * @return false when it is no complete unfit scan, or was accepted before
   */
  public boolean accept(UUID scanId, Instant at, String by) {
    return sql.sql(
            """
            update gatehouse.scan set accepted_at = :at, accepted_by = :by
            where tenant = :tenant and scan_id = :scanId and judgement = 'UNFIT'
              and manifest_hash is not null and accepted_at is null
            """)
        .with("scanId", scanId)
        .with("at", at)
        .with("by", by)
        .changes();
  }

  public Optional<ScanRow> find(UUID scanId) {
    return sql.sql(SCAN + "and scan_id = :scanId").with("scanId", scanId).find(ScanRow.class);
  }

  /**
   * Earlier scans a new one may be compared with, newest first: FIT ones, and those that were only
   * TOO_EARLY to act on, without which a new tenant would never gather a history. A scan that
   * somebody accepted is the oldest of them: the tenant looks different since.
   */
  public List<ScanRow> fitBefore(Instant before, int limit) {
    return sql.sql(
            SCAN
                + """
                and started_at < :before
                  and (judgement in ('FIT', 'TOO_EARLY') or accepted_at is not null)
                  and started_at >= coalesce((select max(started_at) from gatehouse.scan
                    where tenant = :tenant and started_at < :before and accepted_at is not null),
                    '-infinity')
                order by started_at desc limit :limit
                """)
        .with("before", before)
        .with("limit", limit)
        .list(ScanRow.class);
  }

  public List<ScanRow> newest(int limit) {
    return sql.sql(SCAN + "order by started_at desc limit :limit")
        .with("limit", limit)
        .list(ScanRow.class);
  }

  /**
   * The next page of a list that began with {@link #newest}, newest first.
   *
   * @param startedAt of the last scan shown
   */
  public List<ScanRow> olderThan(Instant startedAt, int limit) {
    return sql.sql(SCAN + "and started_at < :startedAt order by started_at desc limit :limit")
        .with("startedAt", startedAt)
        .with("limit", limit)
        .list(ScanRow.class);
  }
}
