-- What a proof rests on is nothing that the program's role can choose: in which order keys were accepted and revoked, where an entry stands
-- in the ledger, and who opened the gate.

create sequence gatehouse.actor_order;
alter table gatehouse.actor_acceptance add column ordinal bigint;
alter table gatehouse.actor_revocation add column ordinal bigint;

create temporary table ordered on commit drop as
    select step, tenant, key_id, row_number() over (order by at, step desc) as ordinal
    from (
        select 'accepted' as step, tenant, key_id, accepted_at as at from gatehouse.actor_acceptance
        union all
        select 'revoked', tenant, key_id, revoked_at from gatehouse.actor_revocation
    ) as steps;
update gatehouse.actor_acceptance a set ordinal = o.ordinal
    from ordered o where o.step = 'accepted' and (o.tenant, o.key_id) = (a.tenant, a.key_id);
update gatehouse.actor_revocation r set ordinal = o.ordinal
    from ordered o where o.step = 'revoked' and (o.tenant, o.key_id) = (r.tenant, r.key_id);
select setval('gatehouse.actor_order', 1 + (select count(*) from ordered));

alter table gatehouse.actor_acceptance
    alter column ordinal set not null, alter column ordinal set default nextval('gatehouse.actor_order'),
    -- Two people accept a key.
    drop constraint actor_acceptance_pkey, add primary key (tenant, key_id, subject);
alter table gatehouse.actor_revocation
    alter column ordinal set not null, alter column ordinal set default nextval('gatehouse.actor_order');
-- One person is not two by an object id in capitals.
alter table gatehouse.actor_key add check (subject = lower(subject));

-- The entries of the ledger that hold what each of the two signed.
alter table gatehouse.gate_request add column asked_nonce text, add column approved_nonce text;
create index entry_of_closing on evidence.entry (tenant, position) where kind = 'gate.closed';

revoke insert on gatehouse.actor_acceptance, gatehouse.actor_revocation, evidence.entry from "${appRole}";
grant insert (tenant, key_id, accepted_at, subject, role, nonce, expires_at, signed_by, signature)
    on gatehouse.actor_acceptance to "${appRole}";
grant insert (tenant, key_id, revoked_at, revoked_by, reason) on gatehouse.actor_revocation to "${appRole}";
grant insert (tenant, entry_key, kind, opening_id, body, leaf_hash, recorded_at) on evidence.entry to "${appRole}";
grant usage on sequence gatehouse.actor_order to "${appRole}";

-- When the watch had looked at every open lifecycle.
create table gatehouse.watched (
    tenant    text        not null primary key,
    looked_at timestamptz not null
);
grant select, insert, update on gatehouse.watched to "${appRole}";
grant select on gatehouse.watched to "${readerRole}";
