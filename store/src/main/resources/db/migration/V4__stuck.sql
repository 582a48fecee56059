-- Lifecycles that cannot go on in Temporal, as the watch saw them last. The ledger keeps when it began and ended.

create table gatehouse.stuck (
    tenant     text        not null,
    opening_id uuid        not null references gatehouse.lifecycle,
    since      timestamptz not null,
    why        text        not null,
    primary key (tenant, opening_id)
);

grant select, insert, update, delete on gatehouse.stuck to "${appRole}";
grant select on gatehouse.stuck to "${readerRole}";
