-- The marts: all that reports, commands and Grafana read. One noun each; the grain is in the comment.
-- Dropped and made anew together, because a view's columns can only be appended in place.

drop schema if exists mart cascade;
create schema mart;
comment on schema mart is 'Stable views over the ledger: the only thing that reports, commands and Grafana read.';

-- grain: one row per run
create view mart.run as
select
    run_id, job, run_on, attempt, status, origin, version, policy,
    started_at, finished_at, captured_at, verdict, score
from ledger.run;
comment on view mart.run is 'One row per attempt at one job for one night.';

-- grain: one row per night that finished
create view mart.night as
select distinct on (run_on)
    run_on, run_id, attempt, status, version, policy, captured_at, verdict, score
from ledger.run
where job = 'nightly' and status in ('complete', 'incomplete')
order by run_on, attempt desc;
comment on view mart.night is 'One row per night that finished: its newest finished attempt.';

-- grain: one row per night, source and kind
create view mart.capture as
select
    night.run_on,
    capture.source || '/' || capture.kind as part,
    capture.source,
    capture.kind,
    capture.status,
    capture.row_count,
    capture.millis,
    capture.problems,
    capture.by_name_count
from mart.night
join ledger.capture using (run_id);
comment on view mart.capture is 'One row per night, source and kind: how completely it was read.';

-- grain: one row per night and object that was there
create view mart.object as
select
    night.run_on,
    object.object_id,
    object.kind,
    object.subject,
    object.source,
    object.pool,
    version.attributes
from mart.night
join ledger.source as registered using (run_id)
join ledger.object on object.source = registered.name
join ledger.version
    on version.object_id = object.object_id
    and version.valid_from <= night.run_on
    and (version.valid_to is null or version.valid_to > night.run_on);
comment on view mart.object is
    'One row per night and object that was there, of the sources that night had, with its attributes.';

-- grain: one row per night and registered source
create view mart.source as
select
    night.run_on,
    source.name,
    source.side,
    coalesce(identity.identity, '') as identity,
    coalesce(system.attributes ->> 'version', '') as version,
    source.api,
    source.calls,
    source.remarks
from mart.night
join ledger.source using (run_id)
left join mart.object as system
    on system.run_on = night.run_on and system.kind in ('system', 'version')
    and system.subject = source.name
left join lateral (
    select coalesce(object.attributes ->> 'hostId', object.attributes ->> 'uid') as identity
    from mart.object
    where object.run_on = night.run_on
        and object.source = source.name
        and (
            object.kind = 'host-id'
            or object.subject = source.name || '/namespaces/kube-system'
        )
    limit 1
) as identity on true;
comment on view mart.source is 'One row per night and registered cluster or NAS, with identity, release and how it was reached.';

-- grain: one row per night and PersistentVolume
create view mart.volume as
select
    volume.run_on,
    volume.subject,
    volume.source as cluster,
    volume.attributes ->> 'phase' as phase,
    volume.attributes ->> 'storageClass' as storage_class,
    coalesce(nullif(volume.attributes #>> '{source,driver}', ''), volume.attributes #>> '{source,type}')
        as driver,
    (volume.attributes #>> '{claim,namespace}') || '/' || (volume.attributes #>> '{claim,name}') as claim,
    (volume.attributes ->> 'capacityBytes')::bigint as capacity_bytes,
    coalesce(match.attributes ->> 'outcome', 'unknown') as confidence,
    match.attributes #>> '{to,0}' as dataset,
    usage.used_bytes,
    usage.referenced_bytes,
    usage.snapshot_bytes
from mart.object as volume
left join ledger.object as match_object
    on match_object.kind = 'matches' and match_object.subject = volume.subject
left join ledger.version as match
    on match.object_id = match_object.object_id
    and match.valid_from <= volume.run_on
    and (match.valid_to is null or match.valid_to > volume.run_on)
left join ledger.object as dataset
    on dataset.kind = 'datasets' and dataset.subject = match.attributes #>> '{to,0}'
    and match.attributes ->> 'outcome' in ('confirmed', 'probable')
left join ledger.usage
    on usage.object_id = dataset.object_id and usage.day = volume.run_on
    and usage.origin = 'measured'
where volume.kind = 'persistentvolumes';
comment on view mart.volume is 'One row per night and PersistentVolume, with what backs it.';

-- grain: one row per night, Kubernetes object and ZFS object it stands on
create view mart.link as
select
    match.run_on,
    match.subject as from_subject,
    target.subject as to_subject,
    match.attributes ->> 'outcome' as confidence,
    match.attributes -> 'evidence' as evidence
from mart.object as match
cross join lateral jsonb_array_elements_text(match.attributes -> 'to') as target (subject)
where match.kind = 'matches';
comment on view mart.link is 'One row per night, Kubernetes object and ZFS object it stands on.';

-- grain: one row per night and dataset or zvol
create view mart.dataset as
select
    dataset.run_on,
    dataset.subject,
    dataset.source as nas,
    dataset.pool,
    dataset.attributes ->> 'type' as type,
    dataset.attributes ->> 'origin' as origin,
    usage.used_bytes,
    usage.available_bytes,
    usage.referenced_bytes,
    usage.snapshot_bytes,
    usage.children_bytes,
    usage.reserved_bytes,
    usage.capacity_bytes
from mart.object as dataset
left join ledger.usage
    on usage.object_id = dataset.object_id and usage.day = dataset.run_on
    and usage.origin = 'measured'
where dataset.kind = 'datasets';
comment on view mart.dataset is 'One row per night and dataset or zvol, with its space.';

-- grain: one row per night and ZFS snapshot; the figures are the newest known, whatever the night
create view mart.zfs_snapshot as
select
    snapshot.run_on,
    snapshot.subject,
    snapshot.source as nas,
    snapshot.pool,
    (snapshot.attributes ->> 'createdAt')::timestamptz as created_at,
    usage.used_bytes,
    usage.referenced_bytes
from mart.object as snapshot
left join ledger.snapshot_usage as usage using (object_id)
where snapshot.kind = 'snapshots';
comment on view mart.zfs_snapshot is
    'One row per night and ZFS snapshot; its figures are the newest known.';

-- grain: one row per night and pool
create view mart.pool as
with counts as (
    select run_on, source, pool,
        count(*) filter (where kind = 'datasets') as datasets,
        count(*) filter (where kind = 'snapshots') as snapshots
    from mart.object
    where kind in ('datasets', 'snapshots')
    group by run_on, source, pool
),
space as (
    select run_on, nas, pool, sum(snapshot_bytes)::bigint as snapshot_bytes
    from mart.dataset
    group by run_on, nas, pool
)
select
    pool.run_on,
    pool.subject,
    pool.source as nas,
    pool.attributes ->> 'status' as status,
    root.used_bytes,
    root.available_bytes,
    space.snapshot_bytes,
    raw.capacity_bytes as raw_size_bytes,
    coalesce(counts.datasets, 0) as datasets,
    coalesce(counts.snapshots, 0) as snapshots
from mart.object as pool
left join ledger.usage as raw
    on raw.object_id = pool.object_id and raw.day = pool.run_on and raw.origin = 'measured'
left join mart.dataset as root
    on root.run_on = pool.run_on and root.subject = pool.source || '/datasets/' || pool.pool
left join counts
    on counts.run_on = pool.run_on and counts.source = pool.source and counts.pool = pool.pool
left join space
    on space.run_on = pool.run_on and space.nas = pool.source and space.pool = pool.pool
where pool.kind = 'pools';
comment on view mart.pool is 'One row per night and pool; used and available are usable space.';

-- grain: one row per dataset and day of which something is known
create view mart.dataset_history as
select
    usage.day,
    object.subject,
    object.source as nas,
    object.pool,
    usage.referenced_bytes,
    usage.used_bytes,
    usage.snapshot_bytes,
    usage.origin
from ledger.usage
join ledger.object using (object_id)
where object.kind = 'datasets';
comment on view mart.dataset_history is
    'One row per dataset or zvol and day (UTC) of which something is known, measured or rebuilt.';
comment on column mart.dataset_history.day is
    'UTC day. A measured day was seen when its night ran, a rebuilt one when its newest snapshot was taken.';
comment on column mart.dataset_history.subject is 'nas1/datasets/tank/k8s/pvc-1, as in mart.dataset.';
comment on column mart.dataset_history.nas is 'The NAS it is on.';
comment on column mart.dataset_history.pool is 'The pool it is in.';
comment on column mart.dataset_history.referenced_bytes is
    'Live data without snapshots and children; of a clone measured on releases that do not tell it, without what it shares.';
comment on column mart.dataset_history.used_bytes is
    'All space charged to it, with snapshots and children; null on rebuilt days, which cannot tell.';
comment on column mart.dataset_history.snapshot_bytes is
    'Space that only its snapshots held; null on rebuilt days, which cannot tell.';
comment on column mart.dataset_history.origin is
    'measured: a night saw it; rebuilt: told by a snapshot of that day, only before its first night.';

-- grain: one row per claim and day of which something is known
create view mart.claim_history as
select
    usage.day,
    object.source || '/persistentvolumeclaims/'
        || substr(object.subject, length(object.source || '/volume-stats/') + 1) as subject,
    object.source as cluster,
    usage.used_bytes,
    usage.capacity_bytes,
    usage.origin
from ledger.usage
join ledger.object using (object_id)
where object.kind = 'volume-stats';
comment on view mart.claim_history is
    'One row per claim and day (UTC) of which its fill level is known, from kubelets or Prometheus.';
comment on column mart.claim_history.day is 'UTC day.';
comment on column mart.claim_history.subject is 'prod-a/persistentvolumeclaims/media/data-1.';
comment on column mart.claim_history.cluster is 'The cluster it is in.';
comment on column mart.claim_history.used_bytes is 'What the file system of the claim said is used.';
comment on column mart.claim_history.capacity_bytes is 'What the file system of the claim said is its size.';
comment on column mart.claim_history.origin is
    'measured: a night asked the kubelets; prometheus: asked of Prometheus for a day without a night.';

-- grain: one row per origin and day without a night of which something is known
create view mart.history_day as
with span as (
    select
        origin.word as origin,
        (
            select min(day) from ledger.usage
            where usage.origin = origin.word and usage.origin <> 'measured'
        ) as first_day,
        (
            select max(day) from ledger.usage
            where usage.origin = origin.word and usage.origin <> 'measured'
        ) as last_day
    from (values ('rebuilt'), ('prometheus')) as origin (word)
    union all
    -- figures outlive the runs that measured them
    select
        'measured',
        (select min(day) from ledger.usage),
        (select min(run_on) - 1 from ledger.run where absorbed)
)
select span.origin, known.day::date as day
from span
cross join lateral generate_series(span.first_day, span.last_day, interval '1 day') as known (day)
-- one look at the index for each day: a year of facts is too much to count
cross join lateral (
    select from ledger.usage
    where usage.day = known.day::date and usage.origin = span.origin
    limit 1
) as told;
comment on view mart.history_day is
    'One row per origin (rebuilt, prometheus, measured) and day (UTC) without a night on which it tells of any object.';
comment on column mart.history_day.origin is 'rebuilt from ZFS snapshots, asked of prometheus, or measured by a night before the first that the ledger still has.';
comment on column mart.history_day.day is 'UTC day.';

-- grain: one row per night and finding that was open or was resolved that night
create view mart.finding as
select
    finding_night.run_on,
    finding.code,
    finding.subject,
    finding.fingerprint,
    finding_night.status,
    finding_night.severity,
    finding_night.confirmed,
    finding_night.first_seen_at,
    finding_night.last_seen_at,
    finding_night.nights,
    finding_night.reclaimable_bytes,
    finding_night.evidence,
    finding_night.note,
    finding_night.cause,
    finding_night.cause_evidence
from ledger.finding_night
join ledger.finding using (finding_id);
comment on view mart.finding is 'One row per night and finding that was open or was resolved that night.';

-- grain: one row per night and exception of its configuration
create view mart.exception as
select
    run_on, place, codes, match, reason, owner, expires_on, state, findings
from ledger.exception_night;
comment on view mart.exception is
    'One row per night and exception of its configuration: how it stood and how many findings it covered.';

-- grain: one row per night and registered source
create view mart.source_score as
select
    score.run_on,
    score.source,
    score.side,
    score.score,
    score.grade,
    score.score - before.score as delta,
    case when score.score is not null then before.run_on end as compared_with,
    score.objects,
    score.unjudged
from ledger.source_score as score
left join lateral (
    select earlier.run_on, earlier.score
    from ledger.source_score as earlier
    where earlier.source = score.source and earlier.run_on < score.run_on
        and earlier.score is not null
    order by earlier.run_on desc
    limit 1
) as before on true;
comment on view mart.source_score is
    'One row per night and registered cluster or NAS: score, grade and change since its last night with a score.';

-- grain: one row per night, source, code and severity that takes something off the score
create view mart.source_cost as
select run_on, source, code, severity, findings, points
from ledger.source_cost;
comment on view mart.source_cost is
    'One row per night, source, code and severity: what these findings take off the score, in points of 100.';

-- grain: one row per night, kind of gap, part, reason and code of which verdicts were withheld
create view mart.withheld as
select
    night.run_on,
    withheld.kind,
    withheld.part,
    withheld.reason,
    withheld.code,
    withheld.subjects,
    withheld.first_subjects
from mart.night
join ledger.withheld using (run_id);
comment on view mart.withheld is
    'One row per night, part of the inventory that was held or incomplete, and code: what was not said for want of it.';
-- A sum of bytes as bigint; what exceeds it is nonsense, yet no reason to fail. null stays null.
create function mart.bytes(total numeric) returns bigint
language sql immutable
return case when total > 9223372036854775807 then 9223372036854775807 else total end::bigint;

-- grain: one row per night and dataset or zvol that Kubernetes objects stand on
create view mart.dataset_holder as
with held as (
    select
        run_on,
        to_subject as subject,
        split_part(from_subject, '/', 1) as cluster,
        case
            when split_part(from_subject, '/', 2) <> 'persistentvolumes' then 'detached-snapshot'
            when confidence in ('confirmed', 'probable') then 'volume'
            else 'shared'
        end as holding
    from mart.link
    where split_part(to_subject, '/', 2) = 'datasets'
)
select
    run_on,
    subject,
    case
        when bool_or(holding = 'volume') then 'volume'
        when bool_or(holding = 'detached-snapshot') then 'detached-snapshot'
        else 'shared'
    end as holding,
    coalesce(
        string_agg(distinct cluster, ', ') filter (where holding = 'volume'),
        string_agg(distinct cluster, ', ')) as clusters
from held
group by run_on, subject;
comment on view mart.dataset_holder is
    'One row per night and dataset or zvol that Kubernetes objects stand on: how, and of which clusters.';
comment on column mart.dataset_holder.holding is
    'volume: a PersistentVolume owns it; detached-snapshot: it is the copy of a VolumeSnapshotContent; shared: used without owning it, or perhaps.';

-- grain: one row per night and dataset or zvol, with its own space apart from what lies inside it
create view mart.dataset_space as
with inside as (
    select
        run_on,
        regexp_replace(subject, '/[^/]*$', '') as subject,
        case when count(*) = count(used_bytes) then sum(used_bytes) end as used_bytes
    from mart.dataset
    group by run_on, regexp_replace(subject, '/[^/]*$', '')
),
enclosing as (
    -- the innermost volume that a dataset lies in, itself included
    select distinct on (dataset.run_on, dataset.subject)
        dataset.run_on,
        dataset.subject,
        holder.clusters
    from mart.object as dataset
    cross join lateral (
        select string_to_array(dataset.subject, '/') as parts
    ) as path
    cross join lateral generate_series(3, cardinality(path.parts)) as depth
    join mart.dataset_holder as holder
        on holder.run_on = dataset.run_on
        and holder.subject = array_to_string(path.parts[1:depth], '/')
        and holder.holding = 'volume'
    where dataset.kind = 'datasets'
    order by dataset.run_on, dataset.subject, depth desc
),
unclaimed as (
    select run_on, subject
    from mart.finding
    where code in ('PK102', 'PK207') and status in ('new', 'persisting', 'reopened', 'excepted')
    group by run_on, subject
),
measured as (
    select
        dataset.run_on,
        dataset.subject,
        dataset.nas,
        dataset.pool,
        dataset.type,
        nullif(dataset.origin, '') as origin,
        dataset.used_bytes,
        dataset.available_bytes,
        dataset.referenced_bytes,
        dataset.snapshot_bytes,
        dataset.children_bytes,
        dataset.reserved_bytes,
        dataset.capacity_bytes as limit_bytes,
        -- numeric: nonsense figures must not overflow
        dataset.used_bytes::numeric - dataset.snapshot_bytes - dataset.children_bytes
            - dataset.reserved_bytes as rest_bytes,
        -- releases that do not tell it: what is inside is what the datasets inside use
        dataset.used_bytes::numeric - case
            when dataset.children_bytes is not null then dataset.children_bytes
            when inside.subject is null then 0
            else inside.used_bytes
        end as own_bytes
    from mart.dataset
    left join inside on inside.run_on = dataset.run_on and inside.subject = dataset.subject
)
select
    measured.run_on,
    measured.subject,
    measured.nas,
    measured.pool,
    measured.type,
    measured.origin,
    measured.used_bytes,
    measured.available_bytes,
    measured.referenced_bytes,
    case when measured.rest_bytes >= 0 then measured.rest_bytes::bigint end as data_bytes,
    measured.snapshot_bytes,
    measured.children_bytes,
    measured.reserved_bytes,
    (case when measured.own_bytes < 0 then 0 else measured.own_bytes end)::bigint as own_bytes,
    measured.limit_bytes,
    case
        when holder.holding is not null then holder.holding
        when unclaimed.subject is not null then 'unclaimed'
        when enclosing.subject is not null then 'volume'
        else 'other'
    end as category,
    case
        when holder.holding is not null then holder.clusters
        when unclaimed.subject is not null then ''
        else coalesce(enclosing.clusters, '')
    end as clusters
from measured
left join mart.dataset_holder as holder
    on holder.run_on = measured.run_on and holder.subject = measured.subject
left join unclaimed
    on unclaimed.run_on = measured.run_on and unclaimed.subject = measured.subject
left join enclosing
    on enclosing.run_on = measured.run_on and enclosing.subject = measured.subject;
comment on view mart.dataset_space is
    'One row per night and dataset or zvol: how the space charged to it splits, and whom it serves.';
comment on column mart.dataset_space.data_bytes is
    'ZFS usedbydataset, as used less its other parts; null where not all parts were told.';
comment on column mart.dataset_space.own_bytes is
    'used less what lies in datasets inside it, so that own space adds up over a pool.';
comment on column mart.dataset_space.limit_bytes is 'volsize of a zvol, else refquota or quota.';
comment on column mart.dataset_space.category is
    'volume (or inside one), detached-snapshot, shared, unclaimed (an open PK102 or PK207), other.';
comment on column mart.dataset_space.clusters is
    'Clusters it serves, separated by comma and blank; empty when none.';

-- grain: one row per night, pool, category and clusters; what is left of used is no dataset's own
create view mart.pool_space as
select
    run_on,
    nas || '/pools/' || pool as subject,
    nas,
    pool,
    category,
    clusters,
    count(*) as datasets,
    count(*) filter (where own_bytes is null) as unknown_datasets,
    mart.bytes(sum(own_bytes)) as own_bytes,
    mart.bytes(sum(data_bytes)) as data_bytes,
    mart.bytes(sum(snapshot_bytes) filter (where data_bytes is not null))
        as snapshot_bytes,
    mart.bytes(sum(reserved_bytes) filter (where data_bytes is not null))
        as reserved_bytes
from mart.dataset_space
group by run_on, nas, pool, category, clusters;
comment on view mart.pool_space is
    'One row per night, pool, category and clusters: own space of its datasets, which never counts twice.';
comment on column mart.pool_space.unknown_datasets is
    'Of datasets, how many did not tell their size; they are in no sum.';
comment on column mart.pool_space.own_bytes is
    'Sum of what is known. used of the root dataset less all of these is the remainder.';
comment on column mart.pool_space.data_bytes is
    'Of own_bytes, live data; where a dataset did not tell its parts, they are in own_bytes only.';

-- grain: one row per night and snapshot that clones stand on; its figures are the newest known
create view mart.pinned_snapshot as
with origin as (
    select
        run_on,
        source as nas,
        attributes ->> 'origin' as snapshot,
        array_agg(subject order by subject) as clones
    from mart.object
    where kind = 'datasets' and attributes ->> 'origin' <> ''
    group by run_on, source, attributes ->> 'origin'
)
select
    origin.run_on,
    origin.nas || '/snapshots/' || origin.snapshot as subject,
    origin.nas || '/datasets/' || split_part(origin.snapshot, '@', 1) as dataset,
    origin.clones,
    snapshot_usage.used_bytes,
    snapshot_usage.referenced_bytes,
    dataset_usage.snapshot_bytes as dataset_snapshot_bytes
from origin
left join ledger.object as snapshot
    on snapshot.kind = 'snapshots'
    and snapshot.subject = origin.nas || '/snapshots/' || origin.snapshot
left join ledger.snapshot_usage on snapshot_usage.object_id = snapshot.object_id
left join ledger.object as dataset
    on dataset.kind = 'datasets'
    and dataset.subject = origin.nas || '/datasets/' || split_part(origin.snapshot, '@', 1)
left join ledger.usage as dataset_usage
    on dataset_usage.object_id = dataset.object_id
    and dataset_usage.day = origin.run_on
    and dataset_usage.origin = 'measured';
comment on view mart.pinned_snapshot is
    'One row per night and ZFS snapshot that clones stand on; its figures are the newest known.';
comment on column mart.pinned_snapshot.clones is 'The datasets and zvols that were cloned from it.';
comment on column mart.pinned_snapshot.used_bytes is
    'Space that neither another snapshot of its dataset nor its live data has.';
comment on column mart.pinned_snapshot.dataset_snapshot_bytes is
    'What all snapshots of its dataset hold together: it holds no more than that.';

-- grain: one row per night and PersistentVolume, with the space of the dataset it owns
create view mart.volume_space as
with owner as (
    -- a key of its own, so that the join below is one of equal columns only
    select
        run_on, subject, cluster, claim, driver, storage_class, phase, confidence, dataset, capacity_bytes,
        case when confidence in ('confirmed', 'probable') then dataset end as owned_dataset
    from mart.volume
),
pinned as (
    select
        run_on,
        dataset,
        count(*) as snapshots,
        sum(cardinality(clones)) as clones,
        case when count(*) = count(used_bytes) then sum(used_bytes) end as unique_bytes,
        case when count(*) = count(referenced_bytes) then sum(referenced_bytes) end as referenced_bytes
    from mart.pinned_snapshot
    group by run_on, dataset
)
select
    volume.run_on,
    volume.subject,
    volume.cluster,
    volume.claim,
    volume.driver,
    volume.storage_class,
    volume.phase,
    volume.confidence,
    volume.dataset,
    volume.capacity_bytes,
    space.subject as owned_dataset,
    space.nas || '/pools/' || space.pool as pool,
    space.type,
    case when space.origin is not null then space.nas || '/snapshots/' || space.origin end as origin,
    space.limit_bytes,
    case when space.subject is not null then coalesce(space.limit_bytes, volume.capacity_bytes) end
        as provisioned_bytes,
    space.used_bytes,
    space.data_bytes,
    space.snapshot_bytes,
    space.children_bytes,
    space.reserved_bytes,
    space.referenced_bytes,
    coalesce(pinned.snapshots, 0) as pinned_snapshots,
    coalesce(pinned.clones, 0)::bigint as clones,
    mart.bytes(pinned.unique_bytes) as pinned_unique_bytes,
    mart.bytes(pinned.referenced_bytes) as pinned_referenced_bytes
from owner as volume
left join mart.dataset_space as space
    on space.run_on = volume.run_on and space.subject = volume.owned_dataset
left join pinned on pinned.run_on = space.run_on and pinned.dataset = space.subject;
comment on view mart.volume_space is
    'One row per night and PersistentVolume: the space of the dataset or zvol it owns; null where it owns none.';
comment on column mart.volume_space.owned_dataset is
    'The dataset, when the volume owns it beyond or nearly beyond doubt (confirmed or probable).';
comment on column mart.volume_space.provisioned_bytes is
    'What it may fill: volsize, refquota or quota, else its capacity.';
comment on column mart.volume_space.pinned_snapshots is 'Snapshots of its dataset that clones stand on.';
comment on column mart.volume_space.pinned_unique_bytes is
    'Sum of used over these: what they hold is at least that.';
comment on column mart.volume_space.pinned_referenced_bytes is
    'Sum of referenced over these: what they hold is at most that, and at most snapshot_bytes.';
-- grain: one row per night whose inventory the ledger took in: its newest attempt that did
create view mart.absorbed_night as
select distinct on (run_on) run_on, run_id, captured_at
from ledger.run
where absorbed
order by run_on, attempt desc;
comment on view mart.absorbed_night is
    'One row per night whose inventory the ledger took in, finished or not.';

-- grain: one row per night, source and kind whose list may be read as absence
create view mart.believed_part as
select night.run_on, night.captured_at, capture.source, capture.kind
from mart.absorbed_night as night
join ledger.capture using (run_id)
where capture.status = 'complete'
    and not exists (
        select from mart.finding as held
        where held.run_on = night.run_on and held.code = 'PK902' and held.subject = capture.source
            and held.status in ('new', 'persisting', 'reopened')
    );
comment on view mart.believed_part is
    'One row per night, source and kind that was read completely, of sources no guard distrusted that night.';

-- What is remembered of objects on a night, whether they are there or not. Keyed by subject, so that
-- the cost follows the number asked for.
-- grain: one row per subject that was ever seen up to the day
create function mart.remembered(of_subjects text[], of_day date) returns table (
    subject text,
    last_seen_on date,
    missed_on date,
    attributes jsonb,
    cluster_uid text,
    stood_on text[]
)
language sql stable as $$
    with last_state as materialized (
        select distinct on (object.object_id)
            object.kind, object.subject, object.source, version.valid_from, version.attributes,
            case when version.valid_to <= of_day then version.valid_to end as missed_on
        from (select distinct unnest(of_subjects) as subject) as asked
        join ledger.object
            on object.kind = split_part(asked.subject, '/', 2) and object.subject = asked.subject
        join ledger.version using (object_id)
        where version.valid_from <= of_day
        order by object.object_id, version.valid_from desc
    ),
    believed as materialized (
        select source, kind, run_on
        from mart.believed_part
        where run_on <= of_day
            and (source, kind) in (select last_state.source, last_state.kind from last_state)
    ),
    seen as (
        select
            last_state.kind, last_state.subject, last_state.source, last_state.missed_on,
            last_state.attributes,
            coalesce(max(believed.run_on), last_state.valid_from) as last_seen_on
        from last_state
        left join believed
            on believed.source = last_state.source and believed.kind = last_state.kind
            and believed.run_on >= last_state.valid_from
            and (last_state.missed_on is null or believed.run_on < last_state.missed_on)
        group by 1, 2, 3, 4, 5, last_state.valid_from
    )
    select
        seen.subject, seen.last_seen_on, seen.missed_on, seen.attributes, cluster.uid,
        coalesce(match.stood_on, '{}')
    from seen
    left join lateral (
        select version.attributes ->> 'uid' as uid
        from ledger.object as namespace
        join ledger.version using (object_id)
        where namespace.kind = 'namespaces'
            and namespace.subject = seen.source || '/namespaces/kube-system'
            and version.valid_from <= seen.last_seen_on
            and (version.valid_to is null or version.valid_to > seen.last_seen_on)
    ) as cluster on true
    left join lateral (
        select array(select jsonb_array_elements_text(version.attributes -> 'to')) as stood_on
        from ledger.object as match
        join ledger.version using (object_id)
        where match.kind = 'matches' and match.subject = seen.subject
            and version.valid_from <= of_day
            and version.attributes -> 'to' <> '[]'
        order by version.valid_from desc
        limit 1
    ) as match on true
$$;
comment on function mart.remembered is
    'One row per asked subject that was ever seen up to a day: its last state, when it was missed, what it stood on.';

-- What stood on ZFS objects in clusters that are not listed any more. Their lists were not read since, so
-- what was there then is open still. Sources are found by skipping through the index of parts: without a
-- former cluster it costs one look per source, else one scan of what those clusters had.
-- grain: one row per volume or content of a cluster that is not among the given ones
create function mart.formerly(registered text[], of_day date) returns table (
    subject text,
    last_seen_on date,
    driver text,
    cluster_uid text,
    stood_on text[]
)
language sql stable as $$
    with recursive source as (
        select min(object.source) as name from ledger.object
        union all
        select (select min(object.source) from ledger.object where object.source > source.name)
        from source
        where source.name is not null
    ),
    former as materialized (
        select source.name from source where source.name is not null and source.name <> all (registered)
    ),
    last_match as materialized (
        select distinct on (match.object_id)
            match.subject, former.name as cluster, version.attributes -> 'to' as backends
        from former
        join ledger.object as match on match.source = former.name and match.kind = 'matches'
        join ledger.version using (object_id)
        where version.valid_from <= of_day and version.attributes -> 'to' <> '[]'
        order by match.object_id, version.valid_from desc
    ),
    last_read as materialized (
        select part.source, part.kind, max(part.run_on) as run_on
        from mart.believed_part as part
        where part.run_on <= of_day and part.source in (select former.name from former)
        group by part.source, part.kind
    ),
    identity as materialized (
        select former.name as cluster, version.attributes ->> 'uid' as uid
        from former
        join ledger.object as namespace
            on namespace.kind = 'namespaces'
            and namespace.subject = former.name || '/namespaces/kube-system'
        join ledger.version using (object_id)
        where version.valid_from <= of_day
            and (version.valid_to is null or version.valid_to > of_day)
    )
    select
        last_match.subject,
        greatest(last_read.run_on, version.valid_from),
        coalesce(version.attributes #>> '{source,driver}', version.attributes ->> 'driver'),
        identity.uid,
        array(select jsonb_array_elements_text(last_match.backends))
    from last_match
    join ledger.object
        on object.kind = split_part(last_match.subject, '/', 2) and object.subject = last_match.subject
    join ledger.version using (object_id)
    left join last_read on last_read.source = last_match.cluster and last_read.kind = object.kind
    left join identity on identity.cluster = last_match.cluster
    where version.valid_from <= of_day
        and (version.valid_to is null or version.valid_to > of_day)
$$;
comment on function mart.formerly is
    'One row per volume or content that a cluster not among the given ones had when it was read last, with what it stood on.';

-- What was reported as left behind, was gone on a believed night, and is listed again. Keyed by what was
-- ever reported.
-- grain: one row per code and subject that came back; of several absences the latest
create function mart.came_back(of_day date) returns table (
    code text,
    subject text,
    last_seen_at timestamptz,
    missed_at timestamptz,
    create_txg bigint
)
language sql stable as $$
    with reported as materialized (
        select
            finding.finding_id, finding.code, finding.subject,
            object.object_id, object.source, object.kind
        from ledger.finding
        join ledger.object
            on object.kind = split_part(finding.subject, '/', 2)
            and object.subject = finding.subject
        where object.kind in ('datasets', 'snapshots')
            and finding.code similar to 'PK[12]%'
            and finding.code not in ('PK110', 'PK112')
    ),
    span as (
        select object_id, valid_to, attributes,
            lead(valid_from) over (partition by object_id order by valid_from) as next_from
        from ledger.version
        where valid_from <= of_day and object_id in (select reported.object_id from reported)
    ),
    absence as (
        select distinct on (object_id) object_id, valid_to as missed_on, attributes
        from span
        where valid_to < next_from
        order by object_id, valid_to desc
    )
    select
        reported.code, reported.subject, seen.captured_at, missed.captured_at,
        (absence.attributes ->> 'createTxg')::bigint
    from absence
    join reported using (object_id)
    join mart.absorbed_night as missed on missed.run_on = absence.missed_on
    cross join lateral (
        select captured_at
        from mart.believed_part as part
        where part.source = reported.source and part.kind = reported.kind
            and part.run_on < absence.missed_on
        order by part.run_on desc
        limit 1
    ) as seen
    cross join lateral (
        select status, nights
        from ledger.finding_night
        where finding_night.finding_id = reported.finding_id
            and finding_night.run_on < absence.missed_on
        order by finding_night.run_on desc
        limit 1
    ) as said
    where said.status <> 'resolved' and said.nights > 0
$$;
comment on function mart.came_back is
    'One row per code and dataset or snapshot that was reported, gone on a believed night, and is there again.';

-- The read-only role for dashboards. On servers where we may not make roles, an admin makes it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'poolkeeper_reader') then
        create role poolkeeper_reader nologin;
    end if;
    grant usage on schema mart to poolkeeper_reader;
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege then
        raise notice 'no right to create role poolkeeper_reader: create it and grant it select on schema mart';
end
$$;
