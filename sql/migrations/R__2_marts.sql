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

-- grain: one row per origin and day that no night measured but something is known of
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
)
select span.origin, known.day::date as day
from span
cross join lateral generate_series(span.first_day, span.last_day, interval '1 day') as known (day)
-- one look at the index for each day: a year of facts is too much to count
cross join lateral (
    select from ledger.usage
    where usage.day = known.day::date and usage.origin = span.origin and usage.origin <> 'measured'
    limit 1
) as told;
comment on view mart.history_day is
    'One row per origin (rebuilt, prometheus) and day (UTC) on which it tells of any object.';
comment on column mart.history_day.origin is 'rebuilt from ZFS snapshots, or asked of prometheus.';
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
