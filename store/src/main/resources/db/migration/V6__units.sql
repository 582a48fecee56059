-- What a guest holds has administrative units among it.
alter table gatehouse.holding drop constraint holding_kind_check;
alter table gatehouse.holding add constraint holding_kind_check
    check (kind in ('GROUP', 'UNIT', 'ROLE', 'ELIGIBLE_ROLE', 'SPONSOR', 'OWNED'));
