-- The first house: everything one tenant's lifecycles need, and the ledger that proves them.
--
-- Schemas `gatehouse` (read models, answers, mail, reservations) and `evidence` (the ledger) are made by the migration run, which owns
-- every object. The program signs in as ${appRole}, the pages as ${readerRole}; neither owns anything. No default reads the server's
-- clock: every instant comes from the program's one clock.

create table gatehouse.policy (
    tenant     text        not null,
    version    integer     not null check (version >= 1),
    hash       text        not null,
    body       text        not null,
    applied_at timestamptz not null,
    applied_by text        not null,
    primary key (tenant, version)
);

-- A tenant without a row observes, with an open gate.
create table gatehouse.safety (
    tenant      text not null primary key,
    mode        text not null default 'OBSERVE' check (mode in ('OBSERVE', 'NOTIFY', 'ENFORCE')),
    gate        text not null default 'OPEN' check (gate in ('OPEN', 'CLOSED')),
    gate_reason text,
    changed_at  timestamptz,
    changed_by  text,
    check (gate = 'OPEN' or gate_reason is not null)
);

create table gatehouse.scan (
    tenant         text        not null,
    scan_id        uuid        not null primary key,
    started_at     timestamptz not null,
    finished_at    timestamptz,
    mode           text        not null,
    policy_version integer     not null,
    pages          integer     not null default 0,
    population     integer     not null default 0,
    with_dates     integer     not null default 0,
    without_dates  integer     not null default 0,
    unknown        integer     not null default 0,
    unreadable     integer     not null default 0,
    due            integer     not null default 0,
    opened         integer     not null default 0,
    judgement      text check (judgement in ('FIT', 'TOO_EARLY', 'UNFIT')),
    reasons        text        not null default '',
    manifest_hash  text
);
create index scan_by_start on gatehouse.scan (tenant, started_at desc);

create table gatehouse.scan_page (
    tenant     text        not null,
    scan_id    uuid        not null references gatehouse.scan,
    page       integer     not null check (page >= 1),
    guests     integer     not null,
    next_link  text,
    sha256     text        not null,
    request_id text        not null,
    read_at    timestamptz not null,
    primary key (scan_id, page)
);

create table gatehouse.guest (
    tenant                   text        not null,
    guest_id                 text        not null,
    display_name             text,
    mail                     text,
    user_principal_name      text,
    company_name             text,
    user_type                text,
    user_state               text,
    account_enabled          boolean,
    on_premises              boolean     not null,
    restricted               boolean     not null,
    created_at               timestamptz,
    last_interactive_at      timestamptz,
    last_non_interactive_at  timestamptz,
    last_successful_at       timestamptz,
    last_activity_at         timestamptz,
    inactivity               text        not null check (inactivity in ('ACTIVE', 'STALE', 'NEVER_SIGNED_IN', 'UNKNOWN')),
    inactivity_reason        text        not null,
    standing                 text        not null check (standing in
        ('ACTIVE', 'KEPT', 'REMOVED', 'EXEMPT', 'UNKNOWN', 'IN_PROGRESS', 'STOOD_DOWN', 'GONE', 'FAILED')),
    standing_reason          text        not null,
    first_seen_at            timestamptz not null,
    seen_in_scan             uuid        not null,
    seen_at                  timestamptz not null,
    kept_until               timestamptz,
    not_before               timestamptz,
    primary key (tenant, guest_id)
);
create index guest_stale_of_scan on gatehouse.guest (tenant, seen_in_scan, guest_id) where inactivity = 'STALE';
create index guest_by_standing on gatehouse.guest (tenant, standing);
create index guest_by_name on gatehouse.guest
    (tenant, lower(coalesce(display_name, mail, user_principal_name, guest_id)), guest_id);

create table gatehouse.lifecycle (
    tenant             text        not null,
    opening_id         uuid        not null primary key,
    guest_id           text        not null,
    trigger            text        not null,
    stage              text        not null,
    waiting_for        text        not null,
    next_at            timestamptz,
    hold_until         timestamptz,
    opened_at          timestamptz not null,
    started_at         timestamptz,
    mode               text        not null,
    policy_version     integer     not null,
    plan               text        not null,
    closed_at          timestamptz,
    outcome            text,
    outcome_reason     text,
    needs_operator     boolean     not null default false,
    operator_reason    text,
    disable_planned_at timestamptz,
    check ((closed_at is null) = (outcome is null)),
    check (not needs_operator or operator_reason is not null)
);
-- One open lifecycle per guest, whatever two scans believe at once.
create unique index lifecycle_open on gatehouse.lifecycle (tenant, guest_id) where closed_at is null;
create index lifecycle_of_guest on gatehouse.lifecycle (tenant, guest_id, opened_at desc);
create index lifecycle_by_opening on gatehouse.lifecycle (tenant, opened_at desc, opening_id);

create table gatehouse.person (
    tenant       text        not null,
    person_id    text        not null,
    display_name text,
    mail         text,
    seen_at      timestamptz not null,
    primary key (tenant, person_id)
);

create table gatehouse.question (
    tenant          text        not null,
    opening_id      uuid        not null references gatehouse.lifecycle,
    round           integer     not null check (round >= 1),
    sponsor_id      text        not null,
    role            text        not null check (role in ('SPONSOR', 'MANAGER', 'STEWARD')),
    asked_at        timestamptz not null,
    answer_by       timestamptz,
    change_until    timestamptz,
    delivered_at    timestamptz,
    delivered_under text,
    undeliverable   text,
    settled_at      timestamptz,
    primary key (opening_id, round)
);
create index question_open_of_sponsor on gatehouse.question (tenant, sponsor_id, asked_at) where settled_at is null;

-- Only the hash of a token is kept, and not even that is readable by the pages.
create table gatehouse.link (
    token_hash bytea       not null primary key,
    tenant     text        not null,
    opening_id uuid        not null,
    round      integer     not null,
    sponsor_id text        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    foreign key (opening_id, round) references gatehouse.question
);

-- `arrival` is the order of two answers that carry the same instant.
create table gatehouse.answer (
    tenant      text        not null,
    answer_id   uuid        not null primary key,
    arrival     bigint      not null generated always as identity,
    opening_id  uuid        not null references gatehouse.lifecycle,
    guest_id    text        not null,
    round       integer,
    actor_id    text        not null,
    actor_kind  text        not null check (actor_kind in ('SPONSOR', 'OPERATOR')),
    choice      text        not null check (choice in ('KEEP', 'REMOVE', 'NOT_MINE', 'HOLD', 'RELEASE')),
    keep_until  date,
    reason      text        not null,
    refers_to   text,
    mode        text        not null,
    answered_at timestamptz not null,
    state       text        not null check (state in ('RECORDED', 'APPLIED', 'REFUSED')),
    settled_at  timestamptz,
    refusal     text,
    check ((state = 'RECORDED') = (settled_at is null)),
    check ((state = 'REFUSED') = (refusal is not null)),
    foreign key (opening_id, round) references gatehouse.question
);
create index answer_of_question on gatehouse.answer (opening_id, round, arrival desc);
create index answer_undelivered on gatehouse.answer (tenant, arrival) where state = 'RECORDED';

create table gatehouse.mail (
    tenant         text        not null,
    message_id     text        not null,
    opening_id     uuid        not null references gatehouse.lifecycle,
    round          integer,
    kind           text        not null,
    recipient_id   text        not null,
    intended_at    timestamptz not null,
    handed_over_at timestamptz,
    server_answer  text,
    failure        text,
    primary key (tenant, message_id)
);
create index mail_of_opening on gatehouse.mail (opening_id, intended_at);

create table gatehouse.reservation (
    tenant      text        not null,
    opening_id  uuid        not null references gatehouse.lifecycle,
    effect      text        not null check (effect in ('DISABLE', 'SOFT_DELETE')),
    ordinal     integer     not null check (ordinal >= 1),
    slot_at     timestamptz not null,
    reserved_at timestamptz not null,
    released_at timestamptz,
    primary key (opening_id, effect, ordinal)
);
create index reservation_taken on gatehouse.reservation (tenant, effect, slot_at) where released_at is null;

-- The only link between a guest and the ledger's random reference; erasing it keeps every proof.
create table evidence.subject (
    tenant   text not null,
    guest_id text not null,
    subject  uuid not null,
    primary key (tenant, guest_id),
    unique (tenant, subject)
);

create table evidence.entry (
    position    bigint      not null generated always as identity primary key,
    tenant      text        not null,
    entry_key   text        not null,
    kind        text        not null,
    opening_id  uuid,
    body        text        not null,
    leaf_hash   text        not null check (leaf_hash ~ '^[0-9a-f]{64}$'),
    recorded_at timestamptz not null,
    -- The integrator gives an entry its leaf index only when no older transaction can still commit one before it.
    xid         xid8        not null default pg_current_xact_id(),
    unique (tenant, entry_key)
);
create index entry_of_opening on evidence.entry (opening_id, position);

-- No reference to `entry`: erasure and the ledger must never wait for each other's locks or rights.
create table evidence.disclosure (
    tenant    text  not null,
    entry_key text  not null,
    field     text  not null,
    subject   text,
    salt      bytea not null check (octet_length(salt) = 32),
    value     text  not null,
    primary key (tenant, entry_key, field)
);
create index disclosure_of_subject on evidence.disclosure (tenant, subject);

create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on %.% is refused; a correction is a new entry',
        tg_op, tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger entry_is_append_only before update or delete or truncate on evidence.entry
    for each statement execute function evidence.refuse_change();

grant usage on schema gatehouse, evidence to "${appRole}", "${readerRole}";

grant select, insert, update on
    gatehouse.policy, gatehouse.safety, gatehouse.scan, gatehouse.scan_page, gatehouse.guest, gatehouse.lifecycle, gatehouse.person,
    gatehouse.question, gatehouse.link, gatehouse.answer, gatehouse.mail, gatehouse.reservation
    to "${appRole}";
grant select, insert on evidence.entry to "${appRole}";
grant select, insert, delete on evidence.disclosure, evidence.subject to "${appRole}";

grant select on
    gatehouse.policy, gatehouse.safety, gatehouse.scan, gatehouse.scan_page, gatehouse.guest, gatehouse.lifecycle, gatehouse.person,
    gatehouse.question, gatehouse.answer, gatehouse.mail, gatehouse.reservation, evidence.entry
    to "${readerRole}";

-- Both may ask which migration the database stands at.
grant select on gatehouse.flyway_schema_history to "${appRole}", "${readerRole}";
