-- Marts for dashboards: the same facts, shaped so that a few subjects over many days cost a few looks at an index, however
-- large the ledger is. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever they do.

drop view if exists
    mart.dataset_day, mart.claim_day, mart.pool_day, mart.tally_day, mart.pool_forecast, mart.forecast_path,
    mart.run_step;

-- Facts are kept by day and object, so a subject's course is one look for each day ("offset 0" keeps the planner from
-- reading whole months instead). Ask for few subjects.
-- grain: one row per dataset or zvol and day of which something is known
create view mart.dataset_day as
select
    known.day::date as day,
    object.subject,
    object.source as nas,
    object.pool,
    told.referenced_bytes,
    told.used_bytes,
    told.snapshot_bytes,
    told.capacity_bytes as limit_bytes,
    told.origin
from ledger.object
cross join generate_series(
    (select min(day) from ledger.usage), (select max(day) from ledger.usage), interval '1 day') as known (day)
cross join lateral (
    select referenced_bytes, used_bytes, snapshot_bytes, capacity_bytes, origin
    from ledger.usage
    where usage.day = known.day::date and usage.object_id = object.object_id
    offset 0
) as told
where object.kind = 'datasets';
comment on view mart.dataset_day is
    'One row per dataset or zvol and day (UTC) of which something is known, quick for few subjects over many days.';
comment on column mart.dataset_day.referenced_bytes is 'Live data without snapshots and children, as in mart.dataset_history.';
comment on column mart.dataset_day.used_bytes is 'With snapshots and children; null on rebuilt days.';
comment on column mart.dataset_day.limit_bytes is 'volsize of a zvol, else refquota or quota; null: none, or a rebuilt day.';

-- grain: one row per claim and day of which its fill level is known
create view mart.claim_day as
select
    known.day::date as day,
    object.source || '/persistentvolumeclaims/'
        || substr(object.subject, length(object.source || '/volume-stats/') + 1) as subject,
    object.source as cluster,
    told.used_bytes,
    told.capacity_bytes,
    told.origin
from ledger.object
cross join generate_series(
    (select min(day) from ledger.usage), (select max(day) from ledger.usage), interval '1 day') as known (day)
cross join lateral (
    select used_bytes, capacity_bytes, origin
    from ledger.usage
    where usage.day = known.day::date and usage.object_id = object.object_id
    offset 0
) as told
where object.kind = 'volume-stats';
comment on view mart.claim_day is
    'One row per claim and day (UTC) of which its fill level is known, quick for few subjects over many days.';

-- grain: one row per pool and day on which it was measured
create view mart.pool_day as
select
    known.day::date as day,
    pool.subject,
    pool.source as nas,
    pool.pool,
    told.used_bytes,
    told.available_bytes,
    mart.bytes(told.used_bytes::numeric + told.available_bytes) as usable_bytes,
    case
        when told.used_bytes::numeric + told.available_bytes > 0
            then (told.used_bytes / (told.used_bytes::numeric + told.available_bytes))::double precision
    end as used_ratio
from ledger.object as pool
join ledger.object as root
    on root.kind = 'datasets' and root.subject = pool.source || '/datasets/' || pool.pool
cross join generate_series(
    (select min(day) from ledger.usage), (select max(day) from ledger.usage), interval '1 day') as known (day)
cross join lateral (
    select used_bytes, available_bytes
    from ledger.usage
    where usage.day = known.day::date and usage.object_id = root.object_id and usage.origin = 'measured'
    offset 0
) as told
where pool.kind = 'pools';
comment on view mart.pool_day is
    'One row per pool and day (UTC) on which it was measured: used, available and usable space, and how full it was.';
comment on column mart.pool_day.usable_bytes is 'used and available of the root dataset: parity is left out.';
comment on column mart.pool_day.used_ratio is 'used of usable, 0 to 1: what capacity.warn-at and critical-at are compared with.';

-- grain: one row per day, subject and measure that is a sum or a count over other objects
create view mart.tally_day as
select day, subject, measure, value, parts
from ledger.tally
where value is not null;
comment on view mart.tally_day is
    'One row per day (UTC), subject and measure: bytes used by a namespace or StorageClass, number of volumes or snapshots.';

-- Forecasts are kept by night and series: a series over many nights is one look for each night.
-- grain: one row per night that forecast, and pool
create view mart.pool_forecast as
select
    night.run_on, told.subject, told.last_value as used_bytes, told.capacity, told.p30, told.p90,
    told.earliest_on, told.likely_on, told.latest_on, told.order_by, told.growth_per_day
from ledger.growth_night as night
cross join lateral (
    select
        subject, last_value, capacity, p30, p90, earliest_on, likely_on, latest_on, order_by, growth_per_day
    from ledger.forecast
    where forecast.run_on = night.run_on and forecast.kind = 'pool' and forecast.subject in (
        select object.subject from ledger.object where object.kind = 'pools'
    )
    offset 0
) as told;
comment on view mart.pool_forecast is
    'One row per night that forecast, and pool: when it would be full, as that night saw it.';

-- grain: one row per night, series that was forecast and day that the forecast tells of
create view mart.forecast_path as
select
    forecast.run_on,
    forecast.subject,
    forecast.measure,
    forecast.kind,
    forecast.run_on + ahead.days as day,
    ahead.days::integer as days_ahead,
    forecast.bands[ahead.place]::double precision as expected,
    forecast.bands[ahead.place + ahead.width]::double precision as low_80,
    forecast.bands[ahead.place + 2 * ahead.width]::double precision as high_80,
    forecast.bands[ahead.place + 3 * ahead.width]::double precision as low_95,
    forecast.bands[ahead.place + 4 * ahead.width]::double precision as high_95
from ledger.forecast
cross join lateral (
    select days::integer as days, place::integer as place, cardinality(forecast.days_ahead) as width
    from unnest(forecast.days_ahead) with ordinality as told (days, place)
) as ahead
where forecast.outcome = 'forecast';
comment on view mart.forecast_path is
    'One row per night, series that was forecast and day that the forecast tells of: expected value and bands.';
comment on column mart.forecast_path.day is 'The day that is forecast, days_ahead after the night.';

-- grain: one row per run, execution of it and step
create view mart.run_step as
select
    run.run_id,
    run.job,
    run.run_on,
    run.attempt,
    told.job_execution_id as execution,
    step.step_execution_id as place,
    split_part(step.step_name, ':', 1) as step,
    nullif(split_part(step.step_name, ':', 2), '') as source,
    lower(step.status) as status,
    step.write_count as written,
    (extract(epoch from step.end_time - step.start_time) * 1000)::bigint as millis
from (
    -- only this parameter is a number
    select
        job_execution_id,
        case when parameter_name = 'run' then parameter_value::bigint end as run_id
    from batch.batch_job_execution_params
    where parameter_name = 'run'
) as told
join ledger.run on run.run_id = told.run_id
join batch.batch_step_execution as step on step.job_execution_id = told.job_execution_id;
comment on view mart.run_step is
    'One row per run, execution of it and step: how it ended and how long it took. A resumed run has several executions.';
comment on column mart.run_step.execution is 'Larger is later; a run that was killed and resumed has more than one.';
comment on column mart.run_step.place is 'The order in which steps began.';
comment on column mart.run_step.source is 'Of the parts of the step capture: which cluster or NAS was read.';
comment on column mart.run_step.millis is 'null: not ended.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
