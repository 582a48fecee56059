package io.gatehouse.store.person;

import io.gatehouse.store.database.TenantSql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The people who are or could be asked, so that names and addresses never travel through workflows.
 */
public final class People {

  private final TenantSql sql;

  public People(TenantSql sql) {
    this.sql = sql;
  }

  /** Keeps the newest readings; an older one that arrives late changes nothing. */
  public void upsert(List<PersonRow> people) {
    sql.insertAll(
        "gatehouse.person as p",
        people,
        """
        on conflict (tenant, person_id) do update
        set display_name = excluded.display_name, mail = excluded.mail, seen_at = excluded.seen_at
        where p.seen_at <= excluded.seen_at
        """);
  }

  public Optional<PersonRow> find(String personId) {
    return sql.sql(
            "select * from gatehouse.person where tenant = :tenant and person_id = :personId")
        .with("personId", personId)
        .find(PersonRow.class);
  }

  /** Those of the given people who are known, in no order. */
  public List<PersonRow> find(Collection<String> personIds) {
    return sql.sql(
            "select * from gatehouse.person where tenant = :tenant and person_id = any(:personIds)")
        .with("personIds", personIds)
        .list(PersonRow.class);
  }
}
