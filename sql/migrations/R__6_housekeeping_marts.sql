-- Marts of housekeeping. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever they do.

drop view if exists mart.removal;

-- grain: one row per run of housekeeping and kind of rows that it looked at
create view mart.removal as
select run.run_on, removal.run_id, removal.place, removal.what, removal.before_on, removal.removed
from ledger.removal
join ledger.run using (run_id);
comment on view mart.removal is
    'One row per run of housekeeping and kind of rows that it looked at: how many were too old to be kept.';
comment on column mart.removal.run_on is 'The night that ages were counted from.';
comment on column mart.removal.place is 'The order in which they are told.';
comment on column mart.removal.what is 'The table of the ledger, and what of it where that is not all of its rows.';
comment on column mart.removal.before_on is 'Only what is of an earlier day than this could be removed.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
