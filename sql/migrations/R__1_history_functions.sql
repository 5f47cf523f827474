-- Facts of days that no night measured. They only ever fill gaps: what was measured stays.

-- Rebuilds the growth of the datasets of a run from the ZFS snapshots that are there on its night.
-- For each UTC day before the night that measured the dataset first: referenced of the newest
-- snapshot that was taken on that day. Returns how many days of datasets are new.
--
-- referenced of a snapshot is live data of its dataset at that instant, without snapshots and
-- children, for file systems and zvols alike: what referenced_bytes means for a measured night. ZFS
-- never changes it, so it counts whenever the snapshot was first seen. All other figures stay null:
-- used of a snapshot is what only that snapshot holds today, and written leaves out what was freed
-- and what deleted snapshots held, so neither tells what a dataset used, or its snapshots held, then.
--
-- A snapshot from before its dataset's own creation says nothing of it: it is of another dataset of
-- that name, of a clone's origin, or was received from elsewhere.
create or replace function ledger.rebuild_history(of_run bigint, look_back_days integer) returns bigint
language plpgsql as $$
declare
    night date;
    oldest date;
    captured text;
    rerun boolean;
    added bigint;
begin
    -- instants are compared as their records wrote them, in ISO 8601 and UTC: no parsing, and years
    -- that no calendar here knows (they start with a sign) are older than everything
    select
        run.run_on,
        -- before 2005 there was no ZFS, only clocks that were not set
        greatest(run.run_on - least(look_back_days, 36500), date '2005-01-01'),
        to_char(coalesce(run.captured_at, run.started_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        exists (
            select from ledger.run as before
            where before.job = run.job and before.run_on = run.run_on
                and before.run_id <> run.run_id and before.absorbed
        )
    into night, oldest, captured, rerun
    from ledger.run
    where run.run_id = of_run;

    -- grain: one row per dataset of the night that was measured first within the look-back
    create temporary table past on commit drop as
    with searched as (
        -- nights whose lists were complete, so that only snapshots first seen later can add anything
        select source.name, max(run.run_on) as searched_on
        from ledger.run
        join ledger.source using (run_id)
        where run.history_rebuilt and run.run_on < night
            and not exists (
                select from ledger.capture
                where capture.run_id = run.run_id and capture.source = source.name
                    and capture.kind in ('datasets', 'snapshots') and capture.status <> 'complete'
            )
        group by source.name
    ),
    measured as (
        -- attributes and figures of a night are written together
        select version.object_id, min(version.valid_from) as first_on
        from ledger.version
        join ledger.object using (object_id)
        where object.kind = 'datasets'
        group by version.object_id
    )
    select
        object.object_id,
        object.source,
        version.attributes ->> 'id' as dataset,
        coalesce(version.attributes ->> 'createdAt', '') as created_at,
        measured.first_on,
        coalesce(searched.searched_on, '-infinity') as searched_on
    from ledger.source as registered
    join ledger.object on object.source = registered.name and object.kind = 'datasets'
    join ledger.version
        on version.object_id = object.object_id
        and version.valid_from <= night
        and (version.valid_to is null or version.valid_to > night)
    join measured on measured.object_id = object.object_id
    left join searched on searched.name = registered.name
    where registered.run_id = of_run and measured.first_on > oldest;
    analyze past;

    -- the past of a dataset is a result of the night that measured it first, and replaced with it
    if rerun then
        delete from ledger.usage using past
        where usage.object_id = past.object_id and usage.origin = 'rebuilt'
            and usage.day >= oldest and usage.day < night and past.first_on = night;
    end if;

    -- grain: one row per dataset and day before its first night on which a snapshot of it was taken
    create temporary table rebuilt on commit drop as
    with snapshot as materialized (
        -- only snapshots have figures there, and their attributes say whose they are
        select
            version.attributes ->> 'nas' as source,
            version.attributes ->> 'dataset' as dataset,
            version.attributes ->> 'createdAt' as created_at,
            version.valid_from,
            usage.referenced_bytes
        from ledger.snapshot_usage as usage
        join ledger.version
            on version.object_id = usage.object_id
            and version.valid_from <= night
            and (version.valid_to is null or version.valid_to > night)
        where usage.referenced_bytes is not null
            and version.valid_from > (select min(searched_on) from past)
    )
    select distinct on (past.object_id, left(snapshot.created_at, 10))
        past.object_id,
        left(snapshot.created_at, 10)::date as day,
        snapshot.referenced_bytes
    from snapshot
    join past
        on past.source = snapshot.source
        and past.dataset = snapshot.dataset
        and past.searched_on < snapshot.valid_from
        and past.created_at collate "C" <= snapshot.created_at
        and past.first_on::text collate "C" > snapshot.created_at
    where snapshot.created_at collate "C" >= oldest::text and snapshot.created_at collate "C" <= captured
    order by
        past.object_id,
        left(snapshot.created_at, 10),
        snapshot.created_at collate "C" desc,
        snapshot.referenced_bytes;

    perform ledger.ensure_usage_month(month::date)
    from (select distinct date_trunc('month', day) as month from rebuilt) as needed;

    insert into ledger.usage (day, object_id, referenced_bytes, origin)
    select day, object_id, referenced_bytes, 'rebuilt' from rebuilt
    on conflict (day, object_id) do nothing;
    get diagnostics added = row_count;

    drop table past, rebuilt;
    update ledger.run set history_rebuilt = true where run_id = of_run;
    return added;
end
$$;

-- Takes in past fill levels of the claims of one cluster, as they stand in claim_day (temporary).
-- Only claims that are there on the run's night, only whole days after their creation, and only
-- days of which nothing is known. Returns how many days of claims are new.
create or replace function ledger.add_claim_days(of_run bigint, of_cluster text) returns bigint
language plpgsql as $$
declare
    night date;
    added bigint;
begin
    select run_on into night from ledger.run where run_id = of_run;

    create temporary table wanted on commit drop as
    with claim as (
        select
            substr(object.subject, length(of_cluster || '/persistentvolumeclaims/') + 1) as path,
            version.attributes ->> 'createdAt' as created_at
        from ledger.object
        join ledger.version
            on version.object_id = object.object_id
            and version.valid_from <= night
            and (version.valid_to is null or version.valid_to > night)
        where object.source = of_cluster and object.kind = 'persistentvolumeclaims'
    )
    select distinct on (claim.path, told.day)
        of_cluster || '/volume-stats/' || claim.path as subject,
        told.day,
        told.used_bytes,
        told.capacity_bytes
    from claim
    join pg_temp.claim_day as told on told.namespace || '/' || told.claim = claim.path
    where told.day < night
        -- the day of creation may still tell of an earlier claim of that name
        and told.day::text collate "C" > left(claim.created_at, 10)
    order by claim.path, told.day, told.used_bytes desc nulls last, told.capacity_bytes desc nulls last;

    insert into ledger.object (kind, subject, source)
    select distinct 'volume-stats', subject, of_cluster from wanted
    on conflict (kind, subject) do nothing;

    perform ledger.ensure_usage_month(month::date)
    from (select distinct date_trunc('month', day) as month from wanted) as needed;

    insert into ledger.usage (day, object_id, used_bytes, capacity_bytes, origin)
    select wanted.day, object.object_id, wanted.used_bytes, wanted.capacity_bytes, 'prometheus'
    from wanted
    join ledger.object on object.kind = 'volume-stats' and object.subject = wanted.subject
    on conflict (day, object_id) do nothing;
    get diagnostics added = row_count;

    drop table wanted;
    return added;
end
$$;
