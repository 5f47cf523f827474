-- The series of a night: sums and counts of it, and the list of all that is measured day by day.

-- Makes sure that forecasts of the month of a night have their partition.
create or replace function ledger.ensure_forecast_month(of_day date) returns void
language plpgsql as $$
begin
    execute format(
        'create table if not exists ledger.forecast_%s partition of ledger.forecast for values from (%L) to (%L)',
        to_char(of_day, 'YYYYMM'),
        date_trunc('month', of_day)::date,
        (date_trunc('month', of_day) + interval '1 month')::date);
end
$$;

-- The volumes of a run with what they own. A volume that owned a dataset before, and of which tonight does
-- not know it, is unknown; one that is kept elsewhere, or whose dataset is gone, is no part of anything here.
-- grain: one row per PersistentVolume of the run's night
create or replace function ledger.volumes_of(of_run bigint) returns table (
    subject text,
    cluster text,
    namespace text,
    claim text,
    storage_class text,
    dataset text,
    unknown boolean
)
language sql stable as $$
    with night as (
        select run_on from ledger.run where run_id = of_run
    ),
    matched as (
        select
            object.object_id,
            object.subject,
            version.attributes ->> 'outcome' as outcome,
            version.attributes #>> '{to,0}' as dataset
        from night
        join ledger.source as registered on registered.run_id = of_run
        join ledger.object on object.source = registered.name and object.kind = 'matches'
        join ledger.version
            on version.object_id = object.object_id
            and version.valid_from <= night.run_on
            and (version.valid_to is null or version.valid_to > night.run_on)
    )
    select
        object.subject,
        object.source,
        version.attributes #>> '{claim,namespace}',
        version.attributes #>> '{claim,name}',
        nullif(version.attributes ->> 'storageClass', ''),
        case when matched.outcome in ('confirmed', 'probable') then matched.dataset end,
        coalesce(matched.outcome, 'unresolved') in ('unresolved', 'ambiguous') and exists (
            select from ledger.version as earlier
            where earlier.object_id = matched.object_id
                and earlier.valid_from < night.run_on
                and earlier.attributes ->> 'outcome' in ('confirmed', 'probable')
        )
    from night
    join ledger.source as registered on registered.run_id = of_run
    join ledger.object on object.source = registered.name and object.kind = 'persistentvolumes'
    join ledger.version
        on version.object_id = object.object_id
        and version.valid_from <= night.run_on
        and (version.valid_to is null or version.valid_to > night.run_on)
    left join matched on matched.subject = object.subject
$$;

-- Sums and counts of the run's night, in place of what was said of it before. held: parts of the inventory
-- (prod-a/persistentvolumes) that the guard distrusts tonight. Of a part that was not read completely, or is
-- held, the ledger carries on what it knew; counting that would be yesterday's figure with today's date.
create or replace function ledger.tally_night(of_run bigint, held text[]) returns bigint
language plpgsql as $$
declare
    night date;
    added bigint;
    -- below this many snapshots of one dataset their number is no concern of anybody
    few constant integer := 50;
begin
    select run_on into night from ledger.run where run_id = of_run;
    delete from ledger.tally
    where day = night and source in (select name from ledger.source where run_id = of_run);

    with believed as materialized (
        select source, kind from ledger.capture
        where run_id = of_run and status = 'complete' and source || '/' || kind <> all (held)
    ),
    registered as materialized (
        select
            source.name,
            source.side,
            (source.name, 'persistentvolumes') in (select source, kind from believed)
                as volumes_believed,
            (source.name, 'snapshots') in (select source, kind from believed) as snapshots_believed
        from ledger.source
        where source.run_id = of_run
    ),
    volume as materialized (
        select * from ledger.volumes_of(of_run)
    ),
    grouped as (
        select cluster, cluster || '/namespaces/' || namespace as subject, dataset, unknown
        from volume where namespace is not null
        union all
        select cluster, cluster || '/storageclasses/' || storage_class, dataset, unknown
        from volume where storage_class is not null
    ),
    part as (
        -- a dataset that several volumes share counts once
        select distinct cluster, subject, dataset, unknown
        from grouped where dataset is not null or unknown
    ),
    sized as (
        select
            part.cluster,
            part.subject,
            count(part.dataset) as parts,
            bool_or(part.unknown or usage.used_bytes is null) as unknown,
            least(sum(usage.used_bytes), 9223372036854775807)::bigint as used_bytes
        from part
        left join ledger.object on object.kind = 'datasets' and object.subject = part.dataset
        left join ledger.usage
            on usage.object_id = object.object_id and usage.day = night and usage.origin = 'measured'
        group by part.cluster, part.subject
    ),
    counted as (
        select
            object.source,
            object.pool,
            split_part(substr(object.subject, length(object.source || '/snapshots/') + 1), '@', 1)
                as dataset,
            count(*) as snapshots
        from registered
        join ledger.object on object.source = registered.name and object.kind = 'snapshots'
        join ledger.version
            on version.object_id = object.object_id
            and version.valid_from <= night
            and (version.valid_to is null or version.valid_to > night)
        group by 1, 2, 3
    ),
    snapshots as (
        select source, source || '/datasets/' || dataset as subject, snapshots
        from counted where snapshots >= few
        union all
        select pools.source, pools.subject, coalesce(sum(counted.snapshots), 0)
        from registered
        join ledger.object as pools on pools.source = registered.name and pools.kind = 'pools'
        join ledger.version
            on version.object_id = pools.object_id
            and version.valid_from <= night
            and (version.valid_to is null or version.valid_to > night)
        left join counted on counted.source = pools.source and counted.pool = pools.pool
        group by pools.source, pools.subject
        union all
        select registered.name, registered.name, coalesce(sum(counted.snapshots), 0)
        from registered
        left join counted on counted.source = registered.name
        where registered.side = 'nas'
        group by registered.name
    )
    insert into ledger.tally (day, subject, measure, source, value, parts)
    select
        night, sized.subject, 'used', sized.cluster,
        case when registered.volumes_believed and not sized.unknown then sized.used_bytes end,
        sized.parts
    from sized
    join registered on registered.name = sized.cluster
    union all
    select
        night, registered.name, 'volumes', registered.name,
        case when registered.volumes_believed then count(volume.subject) end, count(volume.subject)
    from registered
    left join volume on volume.cluster = registered.name
    where registered.side = 'cluster'
    group by registered.name, registered.volumes_believed
    union all
    select
        night, snapshots.subject, 'snapshots', snapshots.source,
        case when registered.snapshots_believed then snapshots.snapshots end, snapshots.snapshots
    from snapshots
    join registered on registered.name = snapshots.source;
    get diagnostics added = row_count;
    return added;
end
$$;

-- Lists the series that exist on the run's night, in place of what was listed for it before. Returns their
-- number. Sums and counts must have been made.
--
-- What limits a series is read on the newest of the last eight nights that measured it. refquota limits what
-- is live in a file system, quota what is used with snapshots; the ledger keeps one of them. With a quota,
-- used and what is available never exceed it; where they do, the limit is a refquota. What is written to a
-- zvol may reach its volsize without anything being full, so volsize limits nothing here.
create or replace function ledger.list_series(of_run bigint, look_back_days integer) returns bigint
language plpgsql as $$
declare
    night date;
    oldest date;
    added bigint;
    few_origins constant integer := 4;
begin
    select run_on, run_on - look_back_days into night, oldest from ledger.run where run_id = of_run;
    delete from staging.series where run_id = of_run;

    insert into staging.series (
        run_id, series_no, kind, subject, measure, object_id, source, pool, dataset, volume, claim,
        namespace, storage_class, capacity, capacity_of, first_on, rebuilt_counts, forecast, slot, due
    )
    with registered as materialized (
        select name, side from ledger.source where run_id = of_run
    ),
    newest as materialized (
        select distinct on (usage.object_id)
            usage.object_id, usage.used_bytes, usage.available_bytes, usage.capacity_bytes
        from ledger.usage
        where usage.day between night - 7 and night and usage.origin = 'measured'
        order by usage.object_id, usage.day desc
    ),
    owner as materialized (
        -- of several volumes on one dataset the first by name
        select distinct on (dataset)
            dataset, subject, cluster, namespace, claim, storage_class
        from ledger.volumes_of(of_run) where dataset is not null
        order by dataset, subject
    ),
    owner_of_claim as materialized (
        select distinct on (cluster, namespace, claim)
            cluster, namespace || '/' || claim as name, dataset, subject, storage_class
        from owner where claim is not null
        order by cluster, namespace, claim, dataset
    ),
    dataset as (
        select
            object.object_id,
            object.subject,
            object.source,
            object.source || '/pools/' || object.pool as pool,
            object.subject = object.source || '/datasets/' || object.pool as root,
            version.attributes ->> 'type' as type,
            coalesce(version.attributes ->> 'origin', '') = '' as rebuilt_counts,
            left(version.attributes ->> 'createdAt', 10) as created_on,
            newest.used_bytes::numeric + newest.available_bytes as reach,
            newest.capacity_bytes
        from registered
        join ledger.object on object.source = registered.name and object.kind = 'datasets'
        join ledger.version
            on version.object_id = object.object_id
            and version.valid_from <= night
            and (version.valid_to is null or version.valid_to > night)
        left join newest on newest.object_id = object.object_id
    ),
    claim as (
        select
            stats.object_id,
            object.source || '/persistentvolumeclaims/' || path.name as subject,
            object.source,
            path.name,
            left(version.attributes ->> 'createdAt', 10) as created_on,
            newest.capacity_bytes
        from registered
        join ledger.object on object.source = registered.name and object.kind = 'persistentvolumeclaims'
        cross join lateral (
            select substr(object.subject, length(object.source || '/persistentvolumeclaims/') + 1) as name
        ) as path
        join ledger.version
            on version.object_id = object.object_id
            and version.valid_from <= night
            and (version.valid_to is null or version.valid_to > night)
        join ledger.object as stats
            on stats.kind = 'volume-stats'
            and stats.subject = object.source || '/volume-stats/' || path.name
        left join newest on newest.object_id = stats.object_id
    ),
    -- grain: one row per series
    series as (
        select
            case when owner.subject is null then 'dataset' else 'volume' end as kind,
            dataset.subject,
            measure.word as measure,
            dataset.object_id,
            dataset.source,
            dataset.pool,
            dataset.subject as dataset,
            owner.subject as volume,
            owner.cluster || '/persistentvolumeclaims/' || owner.namespace || '/' || owner.claim as claim,
            owner.cluster || '/namespaces/' || owner.namespace as namespace,
            owner.cluster || '/storageclasses/' || owner.storage_class as storage_class,
            case when measure.limited then dataset.capacity_bytes end as capacity,
            dataset.created_on,
            dataset.rebuilt_counts,
            measure.forecast
        from dataset
        left join owner on owner.dataset = dataset.subject
        cross join lateral (
            values
                ('live', owner.subject is not null, dataset.type = 'FILESYSTEM', true),
                ('used', owner.subject is not null, false, false),
                ('used', owner.subject is null, dataset.type = 'FILESYSTEM'
                    and coalesce(dataset.reach <= dataset.capacity_bytes, false), true),
                ('live', owner.subject is null and dataset.type = 'FILESYSTEM'
                    and coalesce(dataset.reach > dataset.capacity_bytes, false), true, true)
        ) as measure (word, wanted, limited, forecast)
        where measure.wanted and not dataset.root
        union all
        select
            'pool', dataset.pool, 'used', dataset.object_id, dataset.source, dataset.pool,
            dataset.subject, null, null, null, null,
            case when dataset.reach <= 9223372036854775807 then dataset.reach::bigint end,
            dataset.created_on, true, true
        from dataset
        where dataset.root
        union all
        select
            'claim', claim.subject, 'filled', claim.object_id, claim.source,
            split_part(volume.dataset, '/', 1) || '/pools/' || split_part(volume.dataset, '/', 3),
            volume.dataset, volume.subject, claim.subject,
            claim.source || '/namespaces/' || split_part(claim.name, '/', 1),
            claim.source || '/storageclasses/' || volume.storage_class,
            claim.capacity_bytes, claim.created_on, true, true
        from claim
        left join owner_of_claim as volume
            on volume.cluster = claim.source and volume.name = claim.name
        union all
        select
            case split_part(tally.subject, '/', 2)
                when 'namespaces' then 'namespace'
                when 'storageclasses' then 'storage-class'
                else 'count'
            end,
            tally.subject, tally.measure, null, tally.source,
            case split_part(tally.subject, '/', 2)
                when 'pools' then tally.subject
                when 'datasets'
                    then tally.source || '/pools/' || split_part(tally.subject, '/', 3)
            end,
            case when split_part(tally.subject, '/', 2) = 'datasets' then tally.subject end,
            null, null,
            case when split_part(tally.subject, '/', 2) = 'namespaces' then tally.subject end,
            case when split_part(tally.subject, '/', 2) = 'storageclasses' then tally.subject end,
            null, null, true, true
        from (
            select distinct tally.subject, tally.measure, tally.source
            from ledger.tally
            where tally.day between night - 7 and night
                and tally.source in (select name from registered)
        ) as tally
    )
    select
        of_run,
        row_number() over (order by series.subject collate "C", series.measure collate "C"),
        series.kind,
        series.subject,
        series.measure,
        series.object_id,
        series.source,
        series.pool,
        series.dataset,
        series.volume,
        series.claim,
        series.namespace,
        series.storage_class,
        nullif(greatest(series.capacity, 0), 0),
        case
            when series.capacity > 0
                then case series.kind
                    when 'pool' then 'pool' when 'claim' then 'file-system' else 'quota'
                end
        end,
        -- the day of creation may still tell of an earlier object of that name; years that no calendar
        -- here knows, and the future, tell nothing
        greatest(
            oldest,
            case
                when series.created_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and series.created_on <= night::text
                    then least(series.created_on::date + 1, night)
            end),
        series.rebuilt_counts,
        series.forecast,
        spread.slot,
        -- anew once a week, each day another seventh; and while there is little past to have learned from.
        -- What was learned on this night or later is not there yet for a rerun of it
        state.subject is null or state.origins < few_origins or spread.slot = (night - date '2000-01-01') % 7
    from series
    cross join lateral (
        select ('x' || substr(md5(series.subject || ' ' || series.measure), 1, 4))::bit(16)::integer % 7
            as slot
    ) as spread
    left join ledger.growth_state as state
        on state.subject = series.subject and state.measure = series.measure
        and state.examined_on < night and state.examined_on >= night - 7;
    get diagnostics added = row_count;
    analyze staging.series;
    return added;
end
$$;
