-- Marts of retention. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever
-- they do.

drop view if exists
    mart.dataset_retention, mart.task_retention, mart.retention_snapshot, mart.promise, mart.promise_period,
    mart.unjudged_retention, mart.snapshot_trend;

-- grain: one row per night and dataset with snapshots or with somebody who promises them
create view mart.dataset_retention as
select
    run_on, dataset, promises, promised_since, kept, overdue, unowned, held, future, unparsable, kubernetes, undecided,
    kept + overdue + unowned + held + future + unparsable + kubernetes + undecided as snapshots,
    samples, missing, missing_severity, missing_evidence, overdue_least_bytes, overdue_most_bytes,
    unowned_least_bytes, unowned_most_bytes, oldest_at, newest_at, most_count
from ledger.dataset_retention;
comment on view mart.dataset_retention is
    'One row per night and dataset with snapshots or with somebody who promises them: how many are in which state.';
comment on column mart.dataset_retention.snapshots is 'All of them; every one is in exactly one state.';
comment on column mart.dataset_retention.promised_since is
    'When a night first saw just this policy be about it; null: no policy is.';
comment on column mart.dataset_retention.missing is 'Snapshots that were promised and are not there.';

-- grain: one row per night and periodic snapshot task
create view mart.task_retention as
select
    run_on, task, terms, enabled, datasets, owned, orphaned, next_run_at, problems, remarks
from ledger.task_retention;
comment on view mart.task_retention is
    'One row per night and periodic snapshot task: what it covers and owns, and why it does nothing.';

-- grain: one row per ZFS snapshot of the newest night that is not simply kept
create view mart.retention_snapshot as
select run_on, subject, state, reasons, remove_at from ledger.retention_snapshot;
comment on view mart.retention_snapshot is
    'One row per ZFS snapshot of the newest night that is neither kept nor a CSI driver''s: its state and why.';

-- grain: one row per night and promise
create view mart.promise as
select
    run_on, source, promise, terms, datasets, kept, overdue, unowned, held, future, unparsable, kubernetes,
    undecided, missing, missing_severity, too_many,
    kept + overdue + unowned + held + future + unparsable + kubernetes + undecided as snapshots,
    overdue + unowned + held + future + missing + too_many as amiss,
    holds_least_bytes, holds_most_bytes, overdue_least_bytes, overdue_most_bytes, notes
from ledger.promise;
comment on view mart.promise is
    'One row per night and policy, periodic snapshot task, replication task, or NAS with snapshots of nobody: what became of its snapshots.';
comment on column mart.promise.source is
    'policy (of the configuration), sanoid (a sanoid.conf), task (periodic snapshot task), replication (of its target), nobody.';
comment on column mart.promise.promise is 'Name of the policy, subject of the task, or name of the NAS.';
comment on column mart.promise.amiss is 'Snapshots that are not as they should be, and those that are missing.';
comment on column mart.promise.holds_least_bytes is
    'What its snapshots hold at least; most: at most, null when a dataset does not tell.';

-- grain: one row per promise of the newest night, length of period and one of the last periods
create view mart.promise_period as
select run_on, source, promise, period, begins_at, present, missing, overdue, unowned, held
from ledger.promise_period;
comment on view mart.promise_period is
    'One row per promise of the newest night, length of period (1h, 1d, 1w, 1m) and one of the last periods: snapshots made in it by their state, and how many are missing.';

-- grain: one row per night and NAS of whose snapshots nothing is said
create view mart.unjudged_retention as
select run_on, source as nas, array_agg(kind order by kind) as kinds
from mart.capture
where kind in ('nas', 'datasets', 'snapshots', 'snapshot-tasks') and status <> 'complete'
group by run_on, source;
comment on view mart.unjudged_retention is
    'One row per night and NAS of whose snapshots nothing is said, as these lists of it were not read whole.';

-- grain: one row per night and dataset with snapshots, or NAS
create view mart.snapshot_trend as
with night as (
    select run_on, dataset as subject, snapshots::bigint as snapshots from mart.dataset_retention
    union all
    select run_on, split_part(dataset, '/', 1), sum(snapshots)::bigint
    from mart.dataset_retention group by run_on, split_part(dataset, '/', 1)
)
select
    night.run_on,
    night.subject,
    night.snapshots,
    usage.snapshot_bytes as held_bytes,
    forecast.growth_per_day,
    forecast.bands[array_position(forecast.days_ahead, 90)]::double precision as expected_90,
    forecast.likely_on
from night
left join mart.dataset_history as usage
    on usage.subject = night.subject and usage.day = night.run_on and usage.origin = 'measured'
left join mart.forecast
    on forecast.run_on = night.run_on and forecast.subject = night.subject
        and forecast.measure = 'snapshots' and forecast.outcome = 'forecast';
comment on view mart.snapshot_trend is
    'One row per night and dataset with snapshots, or NAS as a whole: how many there are, what they hold, and how many are expected.';
comment on column mart.snapshot_trend.held_bytes is
    'What only the snapshots of the dataset hold (usedbysnapshots); null: not told, or a NAS.';
comment on column mart.snapshot_trend.growth_per_day is
    'Snapshots a day on the expected path; null: not forecast, as of datasets with few.';
comment on column mart.snapshot_trend.expected_90 is 'How many are expected in 90 days; null: not forecast.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
