-- Marts of series: what was measured day by day, and what was forecast. Made anew with the other marts, which
-- drop the whole schema: ${marts} changes whenever they do.

drop view if exists mart.series_day, mart.forecast_outcome, mart.forecast, mart.growth_night;
drop function if exists mart.series_piece(bigint, date, date, integer, integer, text);

-- grain: one row per series and day of which something is known
create view mart.series_day as
select
    usage.day,
    object.subject,
    measure.word as measure,
    measure.amount as value,
    usage.origin
from ledger.usage
join ledger.object using (object_id)
cross join lateral (
    values ('live', usage.referenced_bytes), ('used', usage.used_bytes)
) as measure (word, amount)
where object.kind = 'datasets' and measure.amount is not null
    and object.subject <> object.source || '/datasets/' || object.pool
union all
select usage.day, object.source || '/pools/' || object.pool, 'used', usage.used_bytes, usage.origin
from ledger.usage
join ledger.object using (object_id)
where object.kind = 'datasets' and usage.used_bytes is not null
    and object.subject = object.source || '/datasets/' || object.pool
union all
select day, subject, 'filled', used_bytes, origin
from mart.claim_history
where used_bytes is not null
union all
select day, subject, measure, value, 'measured'
from ledger.tally
where value is not null;
comment on view mart.series_day is
    'One row per series and day (UTC) of which its value is known; a day that is not known has no row.';
comment on column mart.series_day.subject is
    'nas1/datasets/…, nas1/pools/tank, prod-a/persistentvolumeclaims/…, prod-a/namespaces/…, prod-a/storageclasses/…, prod-a, nas1.';
comment on column mart.series_day.measure is
    'live: data without snapshots and children; used: with them; filled: what the file system of a claim says (all bytes); snapshots, volumes: how many.';
comment on column mart.series_day.value is 'Bytes, or a number.';
comment on column mart.series_day.origin is
    'measured by a night; rebuilt from a ZFS snapshot; prometheus: asked of it later.';

-- The values of a share of the series that a run has listed, each in one row. Never later ones than its night.
-- grain: one row per listed series of the piece
create function mart.series_piece(
    of_run bigint, first_day date, last_day date, piece integer, pieces integer, choice text
) returns table (
    series_no integer,
    days integer[],
    amounts bigint[],
    rebuilt_days bigint,
    prometheus_days bigint
)
language sql stable as $$
    with listed as (
        select series_no, object_id, subject, measure, first_on, rebuilt_counts
        from staging.series
        where run_id = of_run and series_no % pieces = piece
            and case choice when 'due' then forecast and due when 'forecast' then forecast else true end
    )
    select
        known.series_no,
        array_agg(known.place),
        array_agg(known.amount),
        count(*) filter (where known.origin = 'r'),
        count(*) filter (where known.origin = 'p')
    from (
        -- narrow rows: they are sorted by series
        select
            listed.series_no,
            usage.day - first_day as place,
            case listed.measure when 'live' then usage.referenced_bytes else usage.used_bytes end as amount,
            left(usage.origin, 1)::"char" as origin
        from listed
        left join ledger.usage
            on usage.object_id = listed.object_id
            and usage.day between first_day and last_day
            and usage.day >= listed.first_on
            and case listed.measure when 'live' then usage.referenced_bytes else usage.used_bytes end
                is not null
            and (usage.origin <> 'rebuilt' or listed.rebuilt_counts)
        where listed.object_id is not null
        order by listed.series_no
    ) as known
    group by known.series_no
    union all
    select listed.series_no, array_agg(tally.day - first_day), array_agg(tally.value), 0, 0
    from listed
    left join ledger.tally
        on tally.subject = listed.subject and tally.measure = listed.measure
        and tally.day between first_day and last_day and tally.value is not null
    where listed.object_id is null
    group by listed.series_no
$$;
comment on function mart.series_piece is
    'One row per series of a piece of those that a run has listed: its values and their days, counted from the first one.';

-- grain: one row per night and series
create view mart.forecast as
select
    run_on, subject, measure, kind, source, pool, dataset, volume, claim, namespace, storage_class,
    outcome, outlook, reason, outlook_reason, last_known_on, last_value, history_days, missing_days,
    repaired_on, rebuilt_days, prometheus_days, capacity, capacity_of, p7, p30, p90,
    earliest_on, likely_on, latest_on, order_by, trend, growth_per_day, expected_error,
    even_since, cycle_days, origins, methods, shares, past_errors, days_ahead, bands
from ledger.forecast;
comment on view mart.forecast is
    'One row per night and series that existed on it: what was forecast of it and why, or why not.';
comment on column mart.forecast.run_on is 'The night whose values the forecast starts from.';
comment on column mart.forecast.subject is 'As in mart.series_day; with measure it names the series.';
comment on column mart.forecast.kind is
    'volume (a dataset or zvol that a PersistentVolume owns), claim (its own file system), dataset, pool, namespace, storage-class, count.';
comment on column mart.forecast.volume is 'The PersistentVolume it serves; of several the first by name.';
comment on column mart.forecast.outcome is
    'forecast; not-enough-history: fewer than 7 measured days; not-measured: not within the last 7 days.';
comment on column mart.forecast.outlook is
    'full already; fills: perhaps; never: under 5 % within the horizon; no-capacity: nothing is known to limit it; not-forecast.';
comment on column mart.forecast.reason is 'What the forecast rests on, or why there is none, in words.';
comment on column mart.forecast.outlook_reason is 'Why it does not fill, in words.';
comment on column mart.forecast.last_known_on is 'The newest day with a value; later days up to the night carry it.';
comment on column mart.forecast.capacity is 'What limits it, in its unit; null: not known, or nothing does.';
comment on column mart.forecast.capacity_of is
    'quota (refquota or quota of the dataset), file-system (as the claim says), pool (used and available of its root dataset).';
comment on column mart.forecast.p7 is 'Probability, 0 to 1, of being full within 7 days; p30 and p90 likewise.';
comment on column mart.forecast.earliest_on is 'First day on which the upper end of the 80 % band is at the capacity; null: not within the horizon.';
comment on column mart.forecast.likely_on is 'First day on which the expected path is; never to be shown alone.';
comment on column mart.forecast.latest_on is 'First day on which the lower end of the 80 % band is.';
comment on column mart.forecast.order_by is 'earliest_on less the lead time of new capacity; may be past.';
comment on column mart.forecast.growth_per_day is 'Of the expected path over 30 days, in the unit of the series.';
comment on column mart.forecast.expected_error is 'By how much it may be wrong after 30 days, in the unit of the series.';
comment on column mart.forecast.even_since is 'First day of the present stretch of even growth.';
comment on column mart.forecast.cycle_days is 'Period of release; 0: none.';
comment on column mart.forecast.origins is 'On how many past weeks the methods were tried.';
comment on column mart.forecast.methods is 'Methods with a say in the path, largest share first; shares beside them sum to 1.';
comment on column mart.forecast.past_errors is
    'Median error of such blends on the past of the series, per range of days ahead (1-3, 4-7, 8-14, 15-30, 31-60, 61-90); NaN: not tried.';
comment on column mart.forecast.days_ahead is 'The days that bands tells of: all for pools, else the ends of the ranges and the horizon.';
comment on column mart.forecast.bands is
    'Expected value for each of days_ahead, then the lower and upper end of the 80 % band, then those of the 95 % band.';

-- grain: one row per night, forecast series and 7, 30 or 90 days ahead of which it is known what came
create view mart.forecast_outcome as
select
    said.run_on,
    said.subject,
    said.measure,
    said.kind,
    horizon.days as days_ahead,
    came.run_on as came_on,
    came.last_value as value,
    said.bands[horizon.place] as expected,
    said.bands[horizon.place + horizon.width] as low_80,
    said.bands[horizon.place + 2 * horizon.width] as high_80,
    said.bands[horizon.place + 3 * horizon.width] as low_95,
    said.bands[horizon.place + 4 * horizon.width] as high_95,
    case
        when said.outlook in ('fills', 'never') and came.capacity = said.capacity then horizon.p_full
    end as p_full,
    exists (
        select from ledger.forecast as later
        where later.subject = said.subject and later.measure = said.measure
            and later.run_on > said.run_on and later.run_on <= came.run_on
            and later.outlook = 'full'
    ) as filled
from ledger.forecast as said
cross join lateral (
    select
        ahead.days,
        ahead.p_full,
        array_position(said.days_ahead, ahead.days::smallint) as place,
        cardinality(said.days_ahead) as width
    from (values (7, said.p7), (30, said.p30), (90, said.p90)) as ahead (days, p_full)
) as horizon
join ledger.forecast as came
    on came.subject = said.subject and came.measure = said.measure
    and came.run_on = said.run_on + horizon.days and came.last_known_on = came.run_on
where said.outcome = 'forecast' and horizon.place is not null;
comment on view mart.forecast_outcome is
    'One row per night, forecast series and 7, 30 or 90 days ahead, where a night measured what came: said and seen side by side.';
comment on column mart.forecast_outcome.came_on is 'The day that was forecast, days_ahead after the night.';
comment on column mart.forecast_outcome.value is 'What the series came to on that day.';
comment on column mart.forecast_outcome.p_full is
    'Probability, 0 to 1, of being full by then; null without a limit, when it was full already, or was resized since.';
comment on column mart.forecast_outcome.filled is 'Whether a night in between, or that day''s, found it full.';

-- grain: one row per night that forecast
create view mart.growth_night as
select run_on, series, examined, scored, forecasts
from ledger.growth_night;
comment on view mart.growth_night is
    'One row per night that forecast: how many series there were, were examined anew, gave scores, and were forecast.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when undefined_object or insufficient_privilege then
        raise notice 'no role poolkeeper_reader to grant the marts to';
end
$$;
