-- Tells the planner how large the ledger is, where what it believes is far from true.
--
-- Marts join many views of one night. Right after the first night nothing was ever analyzed, and the
-- planner would compare every row with every other; autovacuum comes later than the report.
drop function if exists ledger.refresh_statistics();

create or replace function ledger.refresh_statistics(of_day date) returns void
language plpgsql as $$
declare
    objects bigint;
    believed double precision;
begin
    -- small tables: below what autovacuum cares for, and in every join
    analyze ledger.run, ledger.source;

    -- every night is a day that no statistics know of, and would be taken for a day of few rows
    execute format('analyze ledger.usage_%s (day, object_id, origin)', to_char(of_day, 'YYYYMM'));

    select count(*) into objects from ledger.object;
    select reltuples into believed from pg_class where oid = 'ledger.object'::regclass;
    if abs(objects - believed) > 0.1 * objects then
        -- only the columns that joins and conditions are about: attributes are wide
        analyze ledger.object (kind, source, subject), ledger.version (object_id, valid_from, valid_to);
    end if;
end
$$;
