-- What housekeeping removes. Ages are counted from a night that the ledger knows, never from a calendar: a ledger that
-- no night was added to forgets nothing. Every function may be called again; then it finds nothing to do.

-- Rolls daily facts up in place. Of whole months before a day the last known day of each object's week stays, of
-- whole months before an earlier one that of its month. What stays is what was seen on that very day, not a mean, so all
-- that reads facts goes on as with a ledger whose nights were further apart. Returns how many rows went.
create or replace function ledger.thin_usage(weekly_before date, monthly_before date) returns bigint
language plpgsql as $$
declare
    part record;
    removed bigint := 0;
    before bigint;
    kept bigint;
begin
    for part in
        select
            class.relname as name,
            to_date(right(class.relname, 6), 'YYYYMM') as month,
            (to_date(right(class.relname, 6), 'YYYYMM') + interval '1 month')::date as month_end
        from pg_inherits
        join pg_class as class on class.oid = pg_inherits.inhrelid
        where pg_inherits.inhparent = 'ledger.usage'::regclass
    loop
        continue when part.month_end > weekly_before;
        execute format(
            'create temporary table stays on commit drop as'
                ' select distinct on (object_id, date_trunc(%L, day))'
                ' day, object_id, used_bytes, available_bytes, referenced_bytes, snapshot_bytes,'
                ' children_bytes, reserved_bytes, capacity_bytes, origin'
                ' from ledger.%I'
                ' order by object_id, date_trunc(%L, day),'
                ' (used_bytes is null and referenced_bytes is null), day desc',
            case when part.month_end <= monthly_before then 'month' else 'week' end,
            part.name,
            case when part.month_end <= monthly_before then 'month' else 'week' end);
        get diagnostics kept = row_count;
        execute format('select count(*) from ledger.%I', part.name) into before;
        if kept < before then
            -- a month that was written anew gives its space back; one with holes does not
            execute format('truncate ledger.%I', part.name);
            execute format(
                'insert into ledger.%I (day, object_id, used_bytes, available_bytes, referenced_bytes,'
                    ' snapshot_bytes, children_bytes, reserved_bytes, capacity_bytes, origin)'
                    ' select day, object_id, used_bytes, available_bytes, referenced_bytes,'
                    ' snapshot_bytes, children_bytes, reserved_bytes, capacity_bytes, origin from stays',
                part.name);
            removed := removed + before - kept;
        end if;
        drop table stays;
    end loop;
    return removed;
end
$$;

-- The same of sums and counts.
create or replace function ledger.thin_tally(weekly_before date, monthly_before date) returns bigint
language plpgsql as $$
declare
    removed bigint;
begin
    delete from ledger.tally using (
        select
            day, subject, measure,
            row_number() over (
                partition by
                    subject,
                    measure,
                    date_trunc('month', day),
                    case when day >= date_trunc('month', monthly_before) then date_trunc('week', day) end
                order by (value is null), day desc
            ) as place
        from ledger.tally
        where day < date_trunc('month', weekly_before)
    ) as told
    where tally.day = told.day and tally.subject = told.subject and tally.measure = told.measure
        and told.place > 1;
    get diagnostics removed = row_count;
    return removed;
end
$$;

-- Whole months of forecasts. What was found of how right they were stays (ledger.backtest).
create or replace function ledger.drop_forecasts(older_than date) returns bigint
language plpgsql as $$
declare
    part record;
    removed bigint := 0;
    rows_in_part bigint;
begin
    for part in
        select class.relname as name
        from pg_inherits
        join pg_class as class on class.oid = pg_inherits.inhrelid
        where pg_inherits.inhparent = 'ledger.forecast'::regclass
            and to_date(right(class.relname, 6), 'YYYYMM') + interval '1 month' <= older_than
    loop
        execute format('select count(*) from ledger.%I', part.name) into rows_in_part;
        execute format('drop table ledger.%I', part.name);
        removed := removed + rows_in_part;
    end loop;
    return removed;
end
$$;

-- Nights on which a finding only went on. Its first night, every night on which it changed its state, and the newest
-- one stay for good; of a finding that is not resolved all of them.
create or replace function ledger.prune_finding_nights(older_than date) returns bigint
language plpgsql as $$
declare
    removed bigint;
begin
    delete from ledger.finding_night using (
        select finding_id, max(run_on) as run_on from ledger.finding_night group by finding_id
    ) as newest
    join ledger.finding_night as latest
        on latest.finding_id = newest.finding_id and latest.run_on = newest.run_on
    where finding_night.finding_id = latest.finding_id
        and latest.status = 'resolved'
        and finding_night.run_on < older_than
        and finding_night.run_on < latest.run_on
        and finding_night.status in ('persisting', 'excepted', 'held', 'undecided')
        and exists (
            select from ledger.finding_night as earlier
            where earlier.finding_id = finding_night.finding_id
                and earlier.run_on < finding_night.run_on
                and earlier.status = finding_night.status
                and earlier.run_on = (
                    select max(before.run_on) from ledger.finding_night as before
                    where before.finding_id = finding_night.finding_id
                        and before.run_on < finding_night.run_on
                )
        );
    get diagnostics removed = row_count;
    return removed;
end
$$;

-- ZFS snapshots that have been gone for long. They are most objects that ever were: every periodic task makes one per
-- dataset and day. Kept however old: what was ever reported, what a VolumeSnapshotContent was ever matched to, and what a
-- clone came from, because verdicts of today may look back at them. Returns how many went, with all their versions.
create or replace function ledger.prune_gone_snapshots(gone_before date) returns bigint
language plpgsql as $$
declare
    removed bigint;
begin
    create temporary table forgotten on commit drop as
    with gone as (
        select object.object_id, object.subject
        from ledger.object
        join ledger.version on version.object_id = object.object_id
        where object.kind = 'snapshots'
        group by object.object_id, object.subject
        having bool_and(version.valid_to is not null) and max(version.valid_to) < gone_before
    ),
    wanted as (
        select subject from ledger.finding
        union
        select jsonb_array_elements_text(
            case jsonb_typeof(version.attributes -> 'to')
                when 'array' then version.attributes -> 'to' else '[]'
            end)
        from ledger.version
        join ledger.object using (object_id)
        where object.kind = 'matches'
        union
        select object.source || '/snapshots/' || (version.attributes ->> 'origin')
        from ledger.version
        join ledger.object using (object_id)
        where object.kind = 'datasets' and coalesce(version.attributes ->> 'origin', '') <> ''
    )
    select gone.object_id from gone
    where not exists (select from wanted where wanted.subject = gone.subject);
    analyze forgotten;

    delete from ledger.version using forgotten where version.object_id = forgotten.object_id;
    delete from ledger.snapshot_usage using forgotten
    where snapshot_usage.object_id = forgotten.object_id;
    delete from ledger.object using forgotten where object.object_id = forgotten.object_id;
    get diagnostics removed = row_count;
    drop table forgotten;
    return removed;
end
$$;

-- Spring Batch's own rows of executions that ended long ago. Returns how many executions went.
create or replace function ledger.prune_batch(ended_before date) returns bigint
language plpgsql as $$
declare
    removed bigint;
begin
    create temporary table ended on commit drop as
    select job_execution_id from batch.batch_job_execution
    where end_time < ended_before and status in ('COMPLETED', 'FAILED', 'ABANDONED', 'STOPPED');

    delete from batch.batch_step_execution_context using batch.batch_step_execution as step, ended
    where batch_step_execution_context.step_execution_id = step.step_execution_id
        and step.job_execution_id = ended.job_execution_id;
    delete from batch.batch_step_execution using ended
    where batch_step_execution.job_execution_id = ended.job_execution_id;
    delete from batch.batch_job_execution_context using ended
    where batch_job_execution_context.job_execution_id = ended.job_execution_id;
    delete from batch.batch_job_execution_params using ended
    where batch_job_execution_params.job_execution_id = ended.job_execution_id;
    delete from batch.batch_job_execution using ended
    where batch_job_execution.job_execution_id = ended.job_execution_id;
    get diagnostics removed = row_count;
    delete from batch.batch_job_instance
    where not exists (
        select from batch.batch_job_execution
        where batch_job_execution.job_instance_id = batch_job_instance.job_instance_id
    );
    drop table ended;
    return removed;
end
$$;
