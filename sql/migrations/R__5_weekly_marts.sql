-- Marts of the weekly job: what it reads beside the other marts, and what it found. Made anew with the
-- other marts, which drop the whole schema: ${marts} changes whenever they do.

drop view if exists
    mart.pool_ground, mart.own_space, mart.complete_pool_night, mart.dataset_owner, mart.snapshot_task,
    mart.runway, mart.growth_window, mart.growth_part, mart.namespace_growth, mart.snapshot_growth,
    mart.scenario, mart.backtest;

-- grain: one row per night, pool, and cluster, namespace or StorageClass with volumes on it
create view mart.pool_ground as
select distinct forecast.run_on, forecast.pool, ground.kind, ground.subject
from ledger.forecast
cross join lateral (
    values
        ('cluster', split_part(forecast.volume, '/', 1)),
        ('namespace', forecast.namespace),
        ('storage-class', forecast.storage_class)
) as ground (kind, subject)
where forecast.kind = 'volume' and forecast.pool is not null and ground.subject is not null;
comment on view mart.pool_ground is
    'One row per night, pool, and cluster, namespace or StorageClass with volumes on it, as far as volumes are joined to datasets.';

-- grain: one row per night and dataset or zvol
create view mart.own_space as
select
    space.run_on,
    space.subject,
    space.nas || '/pools/' || space.pool as pool,
    dataset.attributes ->> 'createdAt' as created_at,
    space.own_bytes,
    case when space.data_bytes + space.snapshot_bytes + space.reserved_bytes = space.own_bytes
        then space.data_bytes
    end as data_bytes,
    space.snapshot_bytes,
    space.reserved_bytes
from mart.dataset_space as space
join mart.object as dataset
    on dataset.run_on = space.run_on and dataset.kind = 'datasets'
    and dataset.subject = space.subject;
comment on view mart.own_space is
    'One row per night and dataset or zvol: its space without what lies inside it, and when it was made.';
comment on column mart.own_space.created_at is
    'ISO 8601, as told: years that no calendar here knows are possible; null where the release does not tell.';
comment on column mart.own_space.data_bytes is
    'Live data; null where not all parts were told, or they do not sum to own_bytes.';

-- grain: one row per finished night and pool whose NAS told all datasets
create view mart.complete_pool_night as
select part.run_on, root.source || '/pools/' || root.pool as pool, usage.used_bytes
from mart.believed_part as part
join mart.night on night.run_on = part.run_on
join ledger.object as root
    on root.source = part.source and root.kind = 'datasets'
    and root.subject = root.source || '/datasets/' || root.pool
join ledger.usage
    on usage.object_id = root.object_id and usage.day = part.run_on and usage.origin = 'measured'
where part.kind = 'datasets';
comment on view mart.complete_pool_night is
    'One row per finished night and pool whose NAS told all its datasets, with no guard distrusting it.';

-- grain: one row per night and dataset that a volume owns; of several volumes the first by name
create view mart.dataset_owner as
select distinct on (run_on, dataset)
    run_on,
    dataset,
    subject as volume,
    cluster || '/namespaces/' || split_part(claim, '/', 1) as namespace,
    cluster || '/persistentvolumeclaims/' || claim as claim
from mart.volume
where confidence in ('confirmed', 'probable') and dataset is not null
order by run_on, dataset, subject collate "C";
comment on view mart.dataset_owner is
    'One row per night and dataset or zvol that a PersistentVolume owns, with its claim.';

-- grain: one row per night and periodic snapshot task
create view mart.snapshot_task as
select run_on, source as nas, subject, attributes
from mart.object
where kind = 'snapshot-tasks';
comment on view mart.snapshot_task is 'One row per night and periodic snapshot task, as TrueNAS tells it.';

-- grain: one row per night of a weekly run and pool, NAS, cluster, namespace or StorageClass
create view mart.runway as
select
    run_on, kind, subject, used_bytes, capacity_bytes, growth_per_day, outlook, reason, p7, p30, p90,
    warn_earliest_on, warn_likely_on, warn_latest_on,
    critical_earliest_on, critical_likely_on, critical_latest_on,
    full_earliest_on, full_likely_on, full_latest_on, order_by, severity, pools, soonest
from ledger.runway;
comment on view mart.runway is
    'One row per night of a weekly run and pool, NAS, cluster, namespace or StorageClass: how long there is room.';
comment on column mart.runway.run_on is 'The night whose values and forecasts it rests on.';
comment on column mart.runway.used_bytes is
    'Of a NAS the sum of its pools, of a cluster of its namespaces; null: a part of it is not known.';
comment on column mart.runway.capacity_bytes is 'null also for what has no limit of its own.';
comment on column mart.runway.growth_per_day is 'Bytes, of the expected path over 30 days.';
comment on column mart.runway.outlook is
    'full already; fills: perhaps; never: under 5 % within the horizon; unknown. Of what is no pool: that of the soonest pool.';
comment on column mart.runway.p7 is 'Probability, 0 to 1, of being full within 7 days; p30 and p90 likewise.';
comment on column mart.runway.warn_earliest_on is
    'First day on which the upper end of the 80 % band is at capacity.warn-at; likely: the expected path; latest: the lower end.';
comment on column mart.runway.order_by is 'full_earliest_on less the lead time of new capacity; may be past.';
comment on column mart.runway.pools is 'What it rests on.';
comment on column mart.runway.soonest is 'The pool whose dates these are.';

-- grain: one row per night of a weekly run, pool and length of window
create view mart.growth_window as
select
    run_on, pool, days, unknown, from_on, to_on, delta_bytes, remainder_bytes, remainder_reasons
from ledger.growth_window;
comment on view mart.growth_window is
    'One row per night of a weekly run, pool and length of window (7, 30): its change, and what no dataset accounts for.';
comment on column mart.growth_window.remainder_bytes is
    'delta_bytes less all bytes of mart.growth_part; the sum always holds.';

-- grain: one row per night of a weekly run, pool, length of window and dataset whose own space changed
create view mart.growth_part as
select
    run_on, pool, days, dataset, presence, formerly, volume, namespace, claim, tasks,
    data_bytes, snapshot_bytes, reserved_bytes, unsplit_bytes,
    data_bytes + snapshot_bytes + reserved_bytes + unsplit_bytes as bytes
from ledger.growth_part;
comment on view mart.growth_part is
    'One row per night of a weekly run, pool, length of window and dataset whose own space changed: by how much, and whom it serves.';
comment on column mart.growth_part.presence is
    'there on both nights; new; deleted; renamed: made at the same second under another name.';
comment on column mart.growth_part.tasks is 'Periodic snapshot tasks that cover it.';
comment on column mart.growth_part.unsplit_bytes is
    'All of its change, where it did not tell its parts on both nights.';

-- grain: one row per night of a weekly run, pool, length of window and namespace; null: no claim of any
create view mart.namespace_growth as
select
    run_on, pool, days, namespace, count(*) as datasets,
    sum(data_bytes)::bigint as data_bytes,
    sum(snapshot_bytes)::bigint as snapshot_bytes,
    sum(reserved_bytes)::bigint as reserved_bytes,
    sum(unsplit_bytes)::bigint as unsplit_bytes,
    sum(bytes)::bigint as bytes
from mart.growth_part
group by run_on, pool, days, namespace;
comment on view mart.namespace_growth is
    'One row per night of a weekly run, pool, length of window and namespace: what its datasets changed by together.';

-- grain: one row per night of a weekly run, pool, length of window and set of snapshot tasks
create view mart.snapshot_growth as
select
    run_on, pool, days, tasks, count(*) as datasets, sum(snapshot_bytes)::bigint as snapshot_bytes
from mart.growth_part
where snapshot_bytes <> 0
group by run_on, pool, days, tasks;
comment on view mart.snapshot_growth is
    'One row per night of a weekly run, pool, length of window and set of periodic snapshot tasks: what the snapshots of the datasets they cover changed by.';

-- grain: one row per night of a weekly run, pool and scenario
create view mart.scenario as
select
    run_on, pool, place, name, assumption, unknown,
    full_earliest_on, full_likely_on, full_latest_on, order_by, horizon_days
from ledger.scenario;
comment on view mart.scenario is
    'One row per night of a weekly run, pool and scenario: when the pool would be full, or why that is not known.';
comment on column mart.scenario.horizon_days is 'How far ahead was looked; days not reached by then are null.';

-- grain: one row per night of a weekly run, number of days ahead and kind of series
create view mart.backtest as
select
    run_on, days_ahead, kind, forecasts, median_error_percent, within_80, within_95,
    with_probability, filled, brier, brier_of_share
from ledger.backtest;
comment on view mart.backtest is
    'One row per night of a weekly run, number of days ahead and kind of series: how right the forecasts were whose day came in the eight weeks before.';
comment on column mart.backtest.kind is 'all: all of them together.';
comment on column mart.backtest.median_error_percent is 'Of the expected value, in percent of what came.';
comment on column mart.backtest.within_80 is 'Share, 0 to 1, that the 80 % band held; within_95 likewise.';
comment on column mart.backtest.brier is 'Mean square of the probability of being full less the outcome; 0 is best.';
comment on column mart.backtest.brier_of_share is 'The same of one who always says the share that filled.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
