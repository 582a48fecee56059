-- The entry of the ledger that holds what whoever applied the policy signed. Without one the mode counts as observe.
alter table gatehouse.policy add column nonce text;
create index entry_of_policy on evidence.entry (tenant, position) where kind = 'policy.applied';
-- Versions are added: another one shows, and does not go away again.
revoke update on gatehouse.policy from "${appRole}";

-- Temporal's run of a lifecycle: whoever ends it and starts another under the same id is noticed.
alter table gatehouse.lifecycle add column first_run text;
