-- Every guest and every path: triggers, sponsors, invitations, what a guest held before the disable, and the report.

alter table gatehouse.guest
    add column state_changed_at      timestamptz,
    add column partner               text,
    add column due_for               text check (due_for in
        ('INACTIVE', 'NEVER_SIGNED_IN', 'INVITATION_NOT_REDEEMED', 'SPONSOR_MISSING', 'ATTESTATION_DUE', 'EXCLUSION_ENDS')),
    add column sponsorship           text not null default 'UNTOLD' check (sponsorship in ('PRESENT', 'MISSING', 'UNTOLD')),
    add column sponsor_missing_since timestamptz,
    add column attested_at           timestamptz;
-- Due is what the scan says, no longer what one column means.
drop index gatehouse.guest_stale_of_scan;
create index guest_due_of_scan on gatehouse.guest (tenant, seen_in_scan, guest_id) where due_for is not null;
create index guest_by_partner on gatehouse.guest (tenant, partner);

-- What the directory told last; a scan that was told nothing leaves the row and does not name itself in it.
create table gatehouse.guest_sponsors (
    tenant       text not null,
    guest_id     text not null,
    told_in_scan uuid not null,
    sponsorship  text not null check (sponsorship in ('PRESENT', 'MISSING')),
    sponsor_ids  text not null,
    primary key (tenant, guest_id)
);

create table gatehouse.invitation (
    tenant      text        not null,
    guest_id    text        not null,
    invited_at  timestamptz not null,
    inviter_id  text,
    application text,
    primary key (tenant, guest_id)
);
create index invitation_by_time on gatehouse.invitation (tenant, invited_at);

-- What a guest held before the disable, and what a restore did not bring back.
create table gatehouse.holding (
    tenant      text        not null,
    opening_id  uuid        not null references gatehouse.lifecycle,
    kind        text        not null check (kind in ('GROUP', 'ROLE', 'ELIGIBLE_ROLE', 'SPONSOR', 'OWNED')),
    object_id   text        not null,
    recorded_at timestamptz not null,
    missing_at  timestamptz,
    primary key (opening_id, kind, object_id)
);

-- The stage of the moment before somebody is found is no stage any more.
update gatehouse.lifecycle set stage = 'ASKED' where stage = 'FINDING_SPONSOR';
alter table gatehouse.lifecycle add constraint lifecycle_trigger_check check (trigger in
    ('INACTIVE', 'NEVER_SIGNED_IN', 'INVITATION_NOT_REDEEMED', 'SPONSOR_MISSING', 'ATTESTATION_DUE', 'EXCLUSION_ENDS'));
create index lifecycle_parked on gatehouse.lifecycle (tenant, opened_at) where needs_operator;

alter table gatehouse.question
    drop column change_until,
    drop constraint question_role_check,
    add constraint question_role_check check (role in
        ('SPONSOR', 'OWNER', 'MEMBER', 'MANAGER', 'INVITER', 'NAMED', 'STEWARD'));

alter table gatehouse.answer
    add column extend_days integer check (extend_days >= 1),
    drop constraint answer_choice_check,
    add constraint answer_choice_check check (choice in
        ('KEEP', 'REMOVE', 'NOT_MINE', 'HOLD', 'RELEASE', 'RETRY', 'EXTEND', 'REASSIGN', 'RESTORE')),
    add constraint answer_extend_check check ((choice = 'EXTEND') = (extend_days is not null)),
    add constraint answer_reassign_check check (choice <> 'REASSIGN' or refers_to is not null);

alter table gatehouse.scan
    add column sponsors_told   integer not null default 0,
    add column exempt          integer not null default 0,
    add column without_sponsor integer not null default 0,
    add column manifest        text,
    add column accepted_at     timestamptz,
    add column accepted_by     text;

alter table gatehouse.scan_page
    add column list text not null default 'GUESTS' check (list in ('GUESTS', 'SPONSORS')),
    drop constraint scan_page_pkey,
    add primary key (scan_id, list, page);

grant select, insert, update on gatehouse.guest_sponsors, gatehouse.invitation, gatehouse.holding to "${appRole}";
grant select on gatehouse.guest_sponsors, gatehouse.invitation, gatehouse.holding to "${readerRole}";
