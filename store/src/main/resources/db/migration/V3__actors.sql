-- Who pressed it: enrolled keys, who accepted them, used assertions, and requests to open the gate.
--
-- The program's role may add rows here and neither change nor remove one: a key is accepted by a signature, revoked for good, and rooted
-- only by the owner of the schema.

create table gatehouse.actor_key (
    tenant       text        not null,
    key_id       text        not null check (key_id ~ '^[0-9a-f]{64}$'),
    kind         text        not null check (kind in ('PERSON', 'SERVICE')),
    public_key   text        not null,
    subject      text,
    role         text        check (role in ('OPERATOR', 'APPROVER', 'AUDITOR')),
    name         text        not null,
    requested_at timestamptz not null,
    primary key (tenant, key_id),
    check ((kind = 'PERSON') = (subject is not null)),
    check ((kind = 'PERSON') = (role is not null))
);

-- Where trust begins: no other key says so, the owner of the schema does.
create table gatehouse.actor_root (
    tenant    text        not null,
    key_id    text        not null,
    rooted_at timestamptz not null,
    reason    text        not null,
    primary key (tenant, key_id),
    foreign key (tenant, key_id) references gatehouse.actor_key
);

-- An approver's signed word that the key belongs to whom it names.
create table gatehouse.actor_acceptance (
    tenant      text        not null,
    key_id      text        not null,
    accepted_at timestamptz not null,
    subject     text        not null,
    role        text        not null,
    nonce       text        not null,
    expires_at  timestamptz not null,
    signed_by   text        not null,
    signature   text        not null,
    primary key (tenant, key_id),
    foreign key (tenant, key_id) references gatehouse.actor_key,
    foreign key (tenant, signed_by) references gatehouse.actor_key
);

create table gatehouse.actor_revocation (
    tenant     text        not null,
    key_id     text        not null,
    revoked_at timestamptz not null,
    revoked_by text        not null,
    reason     text        not null,
    primary key (tenant, key_id),
    foreign key (tenant, key_id) references gatehouse.actor_key
);

-- What an assertion was used for: again for the same is a repetition, for anything else a theft.
create table gatehouse.actor_nonce (
    tenant  text        not null,
    nonce   text        not null,
    used_for text        not null,
    used_at timestamptz not null,
    primary key (tenant, nonce)
);

create table gatehouse.gate_request (
    tenant       text        not null,
    request_id   uuid        not null primary key,
    asked_at     timestamptz not null,
    asked_by     text        not null,
    reason       text        not null,
    expires_at   timestamptz not null,
    approved_at  timestamptz,
    approved_by  text,
    withdrawn_at timestamptz,
    check (approved_at is null or withdrawn_at is null),
    check ((approved_at is null) = (approved_by is null)),
    check (approved_by <> asked_by)
);
create index gate_request_newest on gatehouse.gate_request (tenant, asked_at desc);

-- What the giver signed when they gave it; null when nobody was proved.
alter table gatehouse.answer add column statement text;

grant select, insert on
    gatehouse.actor_key, gatehouse.actor_acceptance, gatehouse.actor_revocation, gatehouse.actor_nonce
    to "${appRole}";
grant select on gatehouse.actor_root to "${appRole}";
grant select, insert, update on gatehouse.gate_request to "${appRole}";
grant select on
    gatehouse.actor_key, gatehouse.actor_root, gatehouse.actor_acceptance, gatehouse.actor_revocation, gatehouse.gate_request
    to "${readerRole}";
