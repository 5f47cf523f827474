--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: batch; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA batch;


--
-- Name: SCHEMA batch; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA batch IS 'The tables of Spring Batch: which step of which run was done.';


--
-- Name: ledger; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA ledger;


--
-- Name: SCHEMA ledger; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA ledger IS 'The truth that survives: runs, objects with validity ranges, daily facts, findings.';


--
-- Name: mart; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA mart;


--
-- Name: SCHEMA mart; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA mart IS 'Stable views over the ledger: the only thing that reports, commands and Grafana read.';


--
-- Name: staging; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA staging;


--
-- Name: SCHEMA staging; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA staging IS 'What a run has read, until the ledger has taken it in; unlogged.';


--
-- Name: absorb(bigint, text, text, date, boolean); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.absorb(of_run bigint, of_source text, of_kind text, on_day date, read_completely boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    next_day constant date := ledger.next_night(of_source, on_day);
begin
    -- each staged object once, by the place of its row: rows are wide, and most say nothing new
    create temporary table tonight on commit drop as
    select
        coalesce(known.object_id, nextval('ledger.object_object_id_seq')) as object_id,
        known.object_id is null as is_new,
        staged.subject,
        staged.staged_at
    from (
        -- in this order new ones are appended to the indexes instead of scattered over them
        select distinct on (subject) subject, ctid as staged_at
        from staging.object
        where run_id = of_run and source = of_source and kind = of_kind
        order by subject, ctid
    ) as staged
    left join ledger.object as known on known.kind = of_kind and known.subject = staged.subject;

    create temporary table differing on commit drop as
    select
        object.object_id,
        coalesce(staged.attributes, carried.attributes) as attributes_wanted,
        version.valid_from,
        version.valid_to,
        version.attributes as attributes_before
    from ledger.object
    left join tonight on tonight.object_id = object.object_id
    left join staging.object as staged on staged.ctid = tonight.staged_at
    left join ledger.version as carried
        on not read_completely
        and staged.subject is null
        and carried.object_id = object.object_id
        and carried.valid_from < on_day
        and (carried.valid_to is null or carried.valid_to >= on_day)
    left join ledger.version
        on version.object_id = object.object_id
        and version.valid_from <= on_day
        and (version.valid_to is null or version.valid_to > on_day)
    where object.source = of_source
        and object.kind = of_kind
        and version.attributes is distinct from coalesce(staged.attributes, carried.attributes);

    perform ledger.become(on_day, next_day);
    perform ledger.begin_new(of_source, of_kind, on_day, next_day);
    perform ledger.absorb_usage(of_source, of_kind, on_day, next_day is null);
    drop table differing;
    drop table tonight;
end
$$;


--
-- Name: absorb_usage(text, text, date, boolean); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.absorb_usage(of_source text, of_kind text, on_day date, is_newest boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if of_kind = 'snapshots' then
        with told as materialized (
            select
                tonight.object_id,
                (staged.usage ->> 'usedBytes')::bigint as used_bytes,
                (staged.usage ->> 'referencedBytes')::bigint as referenced_bytes
            from tonight
            join staging.object as staged on staged.ctid = tonight.staged_at
        ),
        renewed as (
            update ledger.snapshot_usage as kept set
                measured_on = on_day,
                used_bytes = told.used_bytes,
                referenced_bytes = told.referenced_bytes
            from told
            where is_newest
                and kept.object_id = told.object_id
                and (kept.used_bytes, kept.referenced_bytes)
                    is distinct from (told.used_bytes, told.referenced_bytes)
        )
        insert into ledger.snapshot_usage (object_id, measured_on, used_bytes, referenced_bytes)
        select told.object_id, on_day, told.used_bytes, told.referenced_bytes
        from told
        left join ledger.snapshot_usage as kept using (object_id)
        where kept.object_id is null;
        return;
    end if;

    delete from ledger.usage using ledger.object
    where usage.day = on_day
        and object.object_id = usage.object_id
        and usage.origin = 'measured'
        and object.source = of_source
        and object.kind = of_kind;

    insert into ledger.usage (
        day, object_id, used_bytes, available_bytes, referenced_bytes, snapshot_bytes,
        children_bytes, reserved_bytes, capacity_bytes
    )
    select
        on_day,
        tonight.object_id,
        (staged.usage ->> 'usedBytes')::bigint,
        (staged.usage ->> 'availableBytes')::bigint,
        (staged.usage ->> 'referencedBytes')::bigint,
        (staged.usage ->> 'snapshotBytes')::bigint,
        (staged.usage ->> 'childrenBytes')::bigint,
        (staged.usage ->> 'reservedBytes')::bigint,
        (staged.usage ->> 'capacityBytes')::bigint
    from tonight
    join staging.object as staged on staged.ctid = tonight.staged_at
    where staged.usage is not null
    on conflict (day, object_id) do update set
        used_bytes = excluded.used_bytes,
        available_bytes = excluded.available_bytes,
        referenced_bytes = excluded.referenced_bytes,
        snapshot_bytes = excluded.snapshot_bytes,
        children_bytes = excluded.children_bytes,
        reserved_bytes = excluded.reserved_bytes,
        capacity_bytes = excluded.capacity_bytes,
        origin = excluded.origin;
end
$$;


--
-- Name: add_claim_days(bigint, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.add_claim_days(of_run bigint, of_cluster text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: become(date, date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.become(on_day date, next_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    boundary date;
begin
    -- later nights keep what they said
    insert into ledger.version (object_id, valid_from, valid_to, attributes)
    select object_id, next_day, valid_to, attributes_before
    from differing
    where next_day is not null and valid_from is not null
        and (valid_to is null or valid_to > next_day);

    delete from ledger.version using differing
    where version.object_id = differing.object_id and version.valid_from = differing.valid_from
        and version.valid_from = on_day;

    update ledger.version set valid_to = on_day from differing
    where version.object_id = differing.object_id and version.valid_from = differing.valid_from
        and version.valid_from < on_day;

    insert into ledger.version (object_id, valid_from, valid_to, attributes)
    select object_id, on_day, next_day, attributes_wanted
    from differing
    where attributes_wanted is not null;

    -- equal states that touch are one range
    foreach boundary in array array[on_day, next_day] loop
        with merged as (
            delete from ledger.version as later using ledger.version as before, differing
            where later.object_id = differing.object_id and later.valid_from = boundary
                and before.object_id = later.object_id and before.valid_to = boundary
                and before.attributes = later.attributes
            returning before.object_id, before.valid_from, later.valid_to
        )
        update ledger.version set valid_to = merged.valid_to from merged
        where version.object_id = merged.object_id and version.valid_from = merged.valid_from;
    end loop;
end
$$;


--
-- Name: begin_new(text, text, date, date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.begin_new(of_source text, of_kind text, on_day date, next_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    insert into ledger.object (object_id, kind, subject, source)
    overriding system value
    select object_id, of_kind, subject, of_source
    from tonight
    where is_new;

    insert into ledger.version (object_id, valid_from, valid_to, attributes)
    select tonight.object_id, on_day, next_day, staged.attributes
    from tonight
    join staging.object as staged on staged.ctid = tonight.staged_at
    where tonight.is_new;
end
$$;


--
-- Name: drop_forecasts(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.drop_forecasts(older_than date) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: end_missing(bigint, text, text, date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.end_missing(of_run bigint, of_source text, of_kind text, on_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    create temporary table differing on commit drop as
    select
        object.object_id,
        null::jsonb as attributes_wanted,
        version.valid_from,
        version.valid_to,
        version.attributes as attributes_before
    from ledger.object
    join ledger.version
        on version.object_id = object.object_id
        and version.valid_from <= on_day
        and (version.valid_to is null or version.valid_to > on_day)
    where object.source = of_source
        and object.kind = of_kind
        and not exists (
            select from staging.object as staged
            where staged.run_id = of_run and staged.source = of_source and staged.kind = of_kind
                and staged.subject = object.subject
        );

    perform ledger.become(on_day, ledger.next_night(of_source, on_day));
    drop table differing;
end
$$;


--
-- Name: ensure_forecast_month(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.ensure_forecast_month(of_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    execute format(
        'create table if not exists ledger.forecast_%s partition of ledger.forecast for values from (%L) to (%L)',
        to_char(of_day, 'YYYYMM'),
        date_trunc('month', of_day)::date,
        (date_trunc('month', of_day) + interval '1 month')::date);
end
$$;


--
-- Name: ensure_month(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.ensure_month(of_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    perform ledger.ensure_usage_month(of_day);
    execute format(
        'create table if not exists ledger.finding_night_%s partition of ledger.finding_night'
            ' for values from (%L) to (%L)',
        to_char(of_day, 'YYYYMM'),
        date_trunc('month', of_day)::date,
        (date_trunc('month', of_day) + interval '1 month')::date);
end
$$;


--
-- Name: ensure_usage_month(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.ensure_usage_month(of_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    execute format(
        'create table if not exists ledger.usage_%s partition of ledger.usage for values from (%L) to (%L)',
        to_char(of_day, 'YYYYMM'),
        date_trunc('month', of_day)::date,
        (date_trunc('month', of_day) + interval '1 month')::date);
end
$$;


--
-- Name: list_series(bigint, integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.list_series(of_run bigint, look_back_days integer) RETURNS bigint
    LANGUAGE plpgsql
    AS $_$
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
$_$;


--
-- Name: next_night(text, date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.next_night(of_source text, on_day date) RETURNS date
    LANGUAGE sql STABLE
    AS $$
    select min(run.run_on)
    from ledger.run
    join ledger.source using (run_id)
    where source.name = of_source and run.absorbed and run.run_on > on_day
$$;


--
-- Name: prune_batch(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.prune_batch(ended_before date) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: prune_finding_nights(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.prune_finding_nights(older_than date) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: prune_gone_snapshots(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.prune_gone_snapshots(gone_before date) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: rebuild_history(bigint, integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.rebuild_history(of_run bigint, look_back_days integer) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: refresh_statistics(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refresh_statistics(of_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: refuse_change(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'the history of proposals is never changed';
end
$$;


--
-- Name: tally_night(bigint, text[]); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.tally_night(of_run bigint, held text[]) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: thin_tally(date, date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.thin_tally(weekly_before date, monthly_before date) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: thin_usage(date, date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.thin_usage(weekly_before date, monthly_before date) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: volumes_of(bigint); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.volumes_of(of_run bigint) RETURNS TABLE(subject text, cluster text, namespace text, claim text, storage_class text, dataset text, unknown boolean)
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: bytes(numeric); Type: FUNCTION; Schema: mart; Owner: -
--

CREATE FUNCTION mart.bytes(total numeric) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    RETURN (CASE WHEN (total > ('9223372036854775807'::bigint)::numeric) THEN ('9223372036854775807'::bigint)::numeric ELSE total END)::bigint;


--
-- Name: came_back(date); Type: FUNCTION; Schema: mart; Owner: -
--

CREATE FUNCTION mart.came_back(of_day date) RETURNS TABLE(code text, subject text, last_seen_at timestamp with time zone, missed_at timestamp with time zone, create_txg bigint)
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: FUNCTION came_back(of_day date); Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON FUNCTION mart.came_back(of_day date) IS 'One row per code and dataset or snapshot that was reported, gone on a believed night, and is there again.';


--
-- Name: formerly(text[], date); Type: FUNCTION; Schema: mart; Owner: -
--

CREATE FUNCTION mart.formerly(registered text[], of_day date) RETURNS TABLE(subject text, last_seen_on date, driver text, cluster_uid text, stood_on text[])
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: FUNCTION formerly(registered text[], of_day date); Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON FUNCTION mart.formerly(registered text[], of_day date) IS 'One row per volume or content that a cluster not among the given ones had when it was read last, with what it stood on.';


--
-- Name: remembered(text[], date); Type: FUNCTION; Schema: mart; Owner: -
--

CREATE FUNCTION mart.remembered(of_subjects text[], of_day date) RETURNS TABLE(subject text, last_seen_on date, missed_on date, attributes jsonb, cluster_uid text, stood_on text[])
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: FUNCTION remembered(of_subjects text[], of_day date); Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON FUNCTION mart.remembered(of_subjects text[], of_day date) IS 'One row per asked subject that was ever seen up to a day: its last state, when it was missed, what it stood on.';


--
-- Name: series_piece(bigint, date, date, integer, integer, text); Type: FUNCTION; Schema: mart; Owner: -
--

CREATE FUNCTION mart.series_piece(of_run bigint, first_day date, last_day date, piece integer, pieces integer, choice text) RETURNS TABLE(series_no integer, days integer[], amounts bigint[], rebuilt_days bigint, prometheus_days bigint)
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: FUNCTION series_piece(of_run bigint, first_day date, last_day date, piece integer, pieces integer, choice text); Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON FUNCTION mart.series_piece(of_run bigint, first_day date, last_day date, piece integer, pieces integer, choice text) IS 'One row per series of a piece of those that a run has listed: its values and their days, counted from the first one.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: batch_job_execution; Type: TABLE; Schema: batch; Owner: -
--

CREATE TABLE batch.batch_job_execution (
    job_execution_id bigint NOT NULL,
    version bigint,
    job_instance_id bigint NOT NULL,
    create_time timestamp without time zone NOT NULL,
    start_time timestamp without time zone,
    end_time timestamp without time zone,
    status character varying(10),
    exit_code character varying(2500),
    exit_message character varying(2500),
    last_updated timestamp without time zone
);


--
-- Name: batch_job_execution_context; Type: TABLE; Schema: batch; Owner: -
--

CREATE TABLE batch.batch_job_execution_context (
    job_execution_id bigint NOT NULL,
    short_context character varying(2500) NOT NULL,
    serialized_context text
);


--
-- Name: batch_job_execution_params; Type: TABLE; Schema: batch; Owner: -
--

CREATE TABLE batch.batch_job_execution_params (
    job_execution_id bigint NOT NULL,
    parameter_name character varying(100) NOT NULL,
    parameter_type character varying(100) NOT NULL,
    parameter_value character varying(2500),
    identifying character(1) NOT NULL
);


--
-- Name: batch_job_execution_seq; Type: SEQUENCE; Schema: batch; Owner: -
--

CREATE SEQUENCE batch.batch_job_execution_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: batch_job_instance; Type: TABLE; Schema: batch; Owner: -
--

CREATE TABLE batch.batch_job_instance (
    job_instance_id bigint NOT NULL,
    version bigint,
    job_name character varying(100) NOT NULL,
    job_key character varying(32) NOT NULL
);


--
-- Name: batch_job_instance_seq; Type: SEQUENCE; Schema: batch; Owner: -
--

CREATE SEQUENCE batch.batch_job_instance_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: batch_step_execution; Type: TABLE; Schema: batch; Owner: -
--

CREATE TABLE batch.batch_step_execution (
    step_execution_id bigint NOT NULL,
    version bigint NOT NULL,
    step_name character varying(100) NOT NULL,
    job_execution_id bigint NOT NULL,
    create_time timestamp without time zone NOT NULL,
    start_time timestamp without time zone,
    end_time timestamp without time zone,
    status character varying(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code character varying(2500),
    exit_message character varying(2500),
    last_updated timestamp without time zone
);


--
-- Name: batch_step_execution_context; Type: TABLE; Schema: batch; Owner: -
--

CREATE TABLE batch.batch_step_execution_context (
    step_execution_id bigint NOT NULL,
    short_context character varying(2500) NOT NULL,
    serialized_context text
);


--
-- Name: batch_step_execution_seq; Type: SEQUENCE; Schema: batch; Owner: -
--

CREATE SEQUENCE batch.batch_step_execution_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: alarm_threshold; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.alarm_threshold (
    fitted_on date NOT NULL,
    anomaly text NOT NULL,
    threshold double precision NOT NULL,
    nights bigint NOT NULL,
    volumes integer NOT NULL,
    budget double precision NOT NULL,
    CONSTRAINT alarm_threshold_anomaly_check CHECK ((anomaly = ANY (ARRAY['growth'::text, 'leak'::text, 'shrink'::text, 'flatline'::text, 'pile-up'::text]))),
    CONSTRAINT alarm_threshold_budget_check CHECK ((budget > (0)::double precision)),
    CONSTRAINT alarm_threshold_nights_check CHECK ((nights >= 0)),
    CONSTRAINT alarm_threshold_threshold_check CHECK ((threshold > (0)::double precision)),
    CONSTRAINT alarm_threshold_volumes_check CHECK ((volumes >= 0))
);


--
-- Name: TABLE alarm_threshold; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.alarm_threshold IS 'One row per night that fitted the site''s own thresholds, and class; nights after it use them.';


--
-- Name: COLUMN alarm_threshold.nights; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.alarm_threshold.nights IS 'Volume-nights they rest on; below 2,000 they are the shipped ones.';


--
-- Name: COLUMN alarm_threshold.budget; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.alarm_threshold.budget IS 'False alarms allowed per 1,000 volume-nights.';


--
-- Name: anomaly; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.anomaly (
    run_on date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    anomaly text NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    began_on date NOT NULL,
    last_over_on date NOT NULL,
    alarmed_on date NOT NULL,
    score double precision NOT NULL,
    threshold double precision NOT NULL,
    value_before double precision NOT NULL,
    value_day_before double precision NOT NULL,
    value_now double precision NOT NULL,
    days integer NOT NULL,
    usual_least double precision,
    usual_most double precision,
    evidence text[] NOT NULL,
    also text[] NOT NULL,
    stayed boolean NOT NULL,
    severity text NOT NULL,
    fleet integer NOT NULL,
    expected text,
    CONSTRAINT anomaly_anomaly_check CHECK ((anomaly = ANY (ARRAY['growth'::text, 'leak'::text, 'shrink'::text, 'flatline'::text, 'pile-up'::text]))),
    CONSTRAINT anomaly_check CHECK ((alarmed_on <= run_on)),
    CONSTRAINT anomaly_days_check CHECK ((days >= 0)),
    CONSTRAINT anomaly_fleet_check CHECK ((fleet >= 0)),
    CONSTRAINT anomaly_score_check CHECK ((score > (0)::double precision)),
    CONSTRAINT anomaly_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text]))),
    CONSTRAINT anomaly_threshold_check CHECK ((threshold > (0)::double precision))
);


--
-- Name: TABLE anomaly; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.anomaly IS 'One row per night, series and class of oddity that is told on that night, from its first to its last.';


--
-- Name: COLUMN anomaly.fleet; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly.fleet IS 'How many series were judged when it alarmed as one of many alike; 0: it alarmed alone.';


--
-- Name: COLUMN anomaly.expected; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly.expected IS 'Why it is expected and who says so; null: nobody does.';


--
-- Name: anomaly_day; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.anomaly_day (
    day date NOT NULL,
    volumes integer NOT NULL,
    told_on date NOT NULL,
    CONSTRAINT anomaly_day_volumes_check CHECK ((volumes >= 0))
);


--
-- Name: TABLE anomaly_day; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.anomaly_day IS 'One row per day (UTC): of how many volumes and claims it was judged with two months behind it.';


--
-- Name: anomaly_episode; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.anomaly_episode (
    run_on date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    anomaly text NOT NULL,
    began_on date NOT NULL,
    last_over_on date NOT NULL,
    alarmed double precision NOT NULL,
    CONSTRAINT anomaly_episode_alarmed_check CHECK ((alarmed >= (1)::double precision)),
    CONSTRAINT anomaly_episode_anomaly_check CHECK ((anomaly = ANY (ARRAY['growth'::text, 'leak'::text, 'shrink'::text, 'flatline'::text, 'pile-up'::text]))),
    CONSTRAINT anomaly_episode_check CHECK ((last_over_on >= began_on))
);


--
-- Name: TABLE anomaly_episode; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.anomaly_episode IS 'One row per night, series and class that was over its threshold within the last seven nights, told or not: all that the next night has to know of it.';


--
-- Name: COLUMN anomaly_episode.alarmed; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly_episode.alarmed IS 'How many times its threshold it scored when it last alarmed.';


--
-- Name: anomaly_expected; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.anomaly_expected (
    expected_id bigint NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    anomaly text NOT NULL,
    alarmed_on date NOT NULL,
    score double precision NOT NULL,
    reason text NOT NULL,
    said_by text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    withdrawn_by text,
    withdrawn_at timestamp with time zone,
    CONSTRAINT anomaly_expected_anomaly_check CHECK ((anomaly = ANY (ARRAY['growth'::text, 'leak'::text, 'shrink'::text, 'flatline'::text, 'pile-up'::text]))),
    CONSTRAINT anomaly_expected_check CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL))),
    CONSTRAINT anomaly_expected_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT anomaly_expected_score_check CHECK ((score > (0)::double precision))
);


--
-- Name: TABLE anomaly_expected; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.anomaly_expected IS 'One row per alarm that a person called expected: nights after it alarm for that series and class from a quarter above its score on. Never deleted; withdrawn instead.';


--
-- Name: anomaly_expected_expected_id_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.anomaly_expected ALTER COLUMN expected_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.anomaly_expected_expected_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: anomaly_night; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.anomaly_night (
    run_on date NOT NULL,
    judged_from date NOT NULL,
    series integer NOT NULL,
    judged integer NOT NULL,
    volumes integer NOT NULL,
    fitted_on date,
    CONSTRAINT anomaly_night_check CHECK ((judged_from <= run_on)),
    CONSTRAINT anomaly_night_check1 CHECK ((fitted_on < run_on)),
    CONSTRAINT anomaly_night_judged_check CHECK ((judged >= 0)),
    CONSTRAINT anomaly_night_series_check CHECK ((series >= 0)),
    CONSTRAINT anomaly_night_volumes_check CHECK ((volumes >= 0))
);


--
-- Name: TABLE anomaly_night; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.anomaly_night IS 'One row per night that judged series for oddities: how many, since when, and with which thresholds.';


--
-- Name: COLUMN anomaly_night.judged_from; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly_night.judged_from IS 'First day that was judged on it: that after the night before it, or all.';


--
-- Name: COLUMN anomaly_night.judged; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly_night.judged IS 'Series that had a reading that night and enough of them before.';


--
-- Name: COLUMN anomaly_night.volumes; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly_night.volumes IS 'Of these, volumes and claims.';


--
-- Name: COLUMN anomaly_night.fitted_on; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly_night.fitted_on IS 'Of ledger.alarm_threshold; null: the shipped thresholds.';


--
-- Name: anomaly_peak; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.anomaly_peak (
    day date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    anomaly text NOT NULL,
    score real NOT NULL,
    told_on date NOT NULL,
    CONSTRAINT anomaly_peak_anomaly_check CHECK ((anomaly = ANY (ARRAY['growth'::text, 'leak'::text, 'shrink'::text, 'flatline'::text, 'pile-up'::text]))),
    CONSTRAINT anomaly_peak_score_check CHECK ((score > (0)::double precision))
);


--
-- Name: TABLE anomaly_peak; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.anomaly_peak IS 'One row per day (UTC), volume or claim and class with a noticeable score: at least half of the shipped threshold. What a site''s own thresholds are fitted to.';


--
-- Name: COLUMN anomaly_peak.told_on; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.anomaly_peak.told_on IS 'The night that judged the day.';


--
-- Name: backtest; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.backtest (
    run_on date NOT NULL,
    days_ahead integer NOT NULL,
    kind text NOT NULL,
    forecasts bigint NOT NULL,
    median_error_percent double precision,
    within_80 double precision NOT NULL,
    within_95 double precision NOT NULL,
    with_probability bigint NOT NULL,
    filled bigint NOT NULL,
    brier double precision,
    brier_of_share double precision,
    CONSTRAINT backtest_days_ahead_check CHECK ((days_ahead > 0)),
    CONSTRAINT backtest_forecasts_check CHECK ((forecasts > 0)),
    CONSTRAINT backtest_within_80_check CHECK (((within_80 >= (0)::double precision) AND (within_80 <= (1)::double precision))),
    CONSTRAINT backtest_within_95_check CHECK (((within_95 >= (0)::double precision) AND (within_95 <= (1)::double precision)))
);


--
-- Name: TABLE backtest; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.backtest IS 'One row per night of a weekly run, number of days ahead and kind of series: how right the forecasts were whose day came in the eight weeks before.';


--
-- Name: capture; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.capture (
    run_id bigint NOT NULL,
    source text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    row_count bigint NOT NULL,
    millis bigint NOT NULL,
    problems jsonb NOT NULL,
    by_name_count bigint DEFAULT 0 NOT NULL,
    CONSTRAINT capture_by_name_count_check CHECK ((by_name_count >= 0)),
    CONSTRAINT capture_row_count_check CHECK ((row_count >= 0)),
    CONSTRAINT capture_status_check CHECK ((status = ANY (ARRAY['complete'::text, 'partial'::text, 'failed'::text, 'not-read'::text])))
);


--
-- Name: TABLE capture; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.capture IS 'One row per run, source and kind: how it was read. Only complete may be read as absence.';


--
-- Name: COLUMN capture.by_name_count; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.capture.by_name_count IS 'Of row_count, how many were listed by name only. 0: everything was asked for in full.';


--
-- Name: dataset_retention; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.dataset_retention (
    run_on date NOT NULL,
    dataset text NOT NULL,
    promises text[] NOT NULL,
    kept integer NOT NULL,
    overdue integer NOT NULL,
    unowned integer NOT NULL,
    held integer NOT NULL,
    future integer NOT NULL,
    unparsable integer NOT NULL,
    kubernetes integer NOT NULL,
    undecided integer NOT NULL,
    samples text[] NOT NULL,
    missing integer NOT NULL,
    missing_severity text,
    missing_evidence text[] NOT NULL,
    overdue_least_bytes bigint NOT NULL,
    overdue_most_bytes bigint,
    unowned_least_bytes bigint NOT NULL,
    unowned_most_bytes bigint,
    oldest_at timestamp with time zone,
    newest_at timestamp with time zone,
    most_count integer,
    promised_since timestamp with time zone,
    CONSTRAINT dataset_retention_check CHECK ((overdue_most_bytes >= overdue_least_bytes)),
    CONSTRAINT dataset_retention_check1 CHECK ((unowned_most_bytes >= unowned_least_bytes)),
    CONSTRAINT dataset_retention_check2 CHECK ((newest_at >= oldest_at)),
    CONSTRAINT dataset_retention_check3 CHECK (((missing = 0) = (missing_severity IS NULL))),
    CONSTRAINT dataset_retention_future_check CHECK ((future >= 0)),
    CONSTRAINT dataset_retention_held_check CHECK ((held >= 0)),
    CONSTRAINT dataset_retention_kept_check CHECK ((kept >= 0)),
    CONSTRAINT dataset_retention_kubernetes_check CHECK ((kubernetes >= 0)),
    CONSTRAINT dataset_retention_missing_check CHECK ((missing >= 0)),
    CONSTRAINT dataset_retention_missing_severity_check CHECK ((missing_severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text]))),
    CONSTRAINT dataset_retention_most_count_check CHECK ((most_count > 0)),
    CONSTRAINT dataset_retention_overdue_check CHECK ((overdue >= 0)),
    CONSTRAINT dataset_retention_undecided_check CHECK ((undecided >= 0)),
    CONSTRAINT dataset_retention_unowned_check CHECK ((unowned >= 0)),
    CONSTRAINT dataset_retention_unparsable_check CHECK ((unparsable >= 0))
);


--
-- Name: TABLE dataset_retention; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.dataset_retention IS 'One row per night and dataset with snapshots or with somebody who promises them: how many are in which state.';


--
-- Name: COLUMN dataset_retention.promises; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.dataset_retention.promises IS 'The policy, or the tasks, with their terms.';


--
-- Name: COLUMN dataset_retention.samples; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.dataset_retention.samples IS 'The oldest few of each state but kept, as state|@name: reason.';


--
-- Name: COLUMN dataset_retention.overdue_least_bytes; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.dataset_retention.overdue_least_bytes IS 'What removing the overdue ones frees at least; most: at most, null when the dataset does not tell.';


--
-- Name: COLUMN dataset_retention.most_count; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.dataset_retention.most_count IS 'How many the policy allows; null: it does not say.';


--
-- Name: COLUMN dataset_retention.promised_since; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.dataset_retention.promised_since IS 'When a night first saw just this policy be about the dataset, without a break; null: no policy is.';


--
-- Name: exception_night; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.exception_night (
    run_on date NOT NULL,
    place integer NOT NULL,
    codes text[] NOT NULL,
    match text NOT NULL,
    reason text NOT NULL,
    owner text,
    expires_on date,
    state text NOT NULL,
    findings integer NOT NULL,
    CONSTRAINT exception_night_findings_check CHECK ((findings >= 0)),
    CONSTRAINT exception_night_place_check CHECK ((place >= 0)),
    CONSTRAINT exception_night_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'expiring'::text, 'expired'::text, 'stale'::text, 'not-judged'::text])))
);


--
-- Name: TABLE exception_night; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.exception_night IS 'One row per night and exception of its configuration: how it stood and how many findings it covered.';


--
-- Name: finding; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.finding (
    finding_id bigint NOT NULL,
    fingerprint text NOT NULL,
    code text NOT NULL,
    subject text NOT NULL
);


--
-- Name: TABLE finding; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.finding IS 'One row per code and subject that was ever reported.';


--
-- Name: finding_finding_id_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.finding ALTER COLUMN finding_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.finding_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: finding_night; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.finding_night (
    finding_id bigint NOT NULL,
    run_on date NOT NULL,
    status text NOT NULL,
    severity text NOT NULL,
    confirmed boolean NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    nights integer NOT NULL,
    reclaimable_bytes bigint,
    evidence text[] NOT NULL,
    note text,
    cause text,
    cause_evidence text,
    CONSTRAINT cause_has_evidence CHECK (((cause IS NULL) = (cause_evidence IS NULL))),
    CONSTRAINT finding_night_nights_check CHECK ((nights >= 0)),
    CONSTRAINT finding_night_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text]))),
    CONSTRAINT finding_night_status_check CHECK ((status = ANY (ARRAY['new'::text, 'persisting'::text, 'reopened'::text, 'resolved'::text, 'excepted'::text, 'held'::text, 'undecided'::text])))
)
PARTITION BY RANGE (run_on);


--
-- Name: TABLE finding_night; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.finding_night IS 'One row per night and finding that was open or was resolved that night; partitioned by month.';


--
-- Name: COLUMN finding_night.cause; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.finding_night.cause IS 'Probable cause, as a word; null when nothing shows it.';


--
-- Name: COLUMN finding_night.cause_evidence; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.finding_night.cause_evidence IS 'What the cause rests on, one sentence.';


--
-- Name: finding_night_202602; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.finding_night_202602 (
    finding_id bigint NOT NULL,
    run_on date NOT NULL,
    status text NOT NULL,
    severity text NOT NULL,
    confirmed boolean NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    nights integer NOT NULL,
    reclaimable_bytes bigint,
    evidence text[] NOT NULL,
    note text,
    cause text,
    cause_evidence text,
    CONSTRAINT cause_has_evidence CHECK (((cause IS NULL) = (cause_evidence IS NULL))),
    CONSTRAINT finding_night_nights_check CHECK ((nights >= 0)),
    CONSTRAINT finding_night_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text]))),
    CONSTRAINT finding_night_status_check CHECK ((status = ANY (ARRAY['new'::text, 'persisting'::text, 'reopened'::text, 'resolved'::text, 'excepted'::text, 'held'::text, 'undecided'::text])))
);


--
-- Name: finding_scope; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.finding_scope (
    finding_id bigint NOT NULL,
    facts jsonb NOT NULL,
    known_on date NOT NULL
);


--
-- Name: TABLE finding_scope; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.finding_scope IS 'One row per finding: whom it concerns, as of the newest night on which it was judged.';


--
-- Name: COLUMN finding_scope.facts; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.finding_scope.facts IS 'Lists of values by key, as the configuration matches them: {"namespace": ["media"], "nas": ["nas1"]}.';


--
-- Name: flyway_schema_history; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: forecast; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.forecast (
    run_on date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    outcome text NOT NULL,
    outlook text NOT NULL,
    reason text NOT NULL,
    outlook_reason text,
    last_known_on date,
    last_value double precision,
    history_days integer NOT NULL,
    missing_days integer NOT NULL,
    repaired_on date[] NOT NULL,
    rebuilt_days integer NOT NULL,
    prometheus_days integer NOT NULL,
    capacity bigint,
    capacity_of text,
    p7 real,
    p30 real,
    p90 real,
    earliest_on date,
    likely_on date,
    latest_on date,
    order_by date,
    trend text,
    growth_per_day double precision,
    expected_error double precision,
    even_since date,
    cycle_days integer,
    origins integer,
    methods text[] NOT NULL,
    shares real[] NOT NULL,
    past_errors real[] NOT NULL,
    days_ahead smallint[] NOT NULL,
    bands real[] NOT NULL,
    CONSTRAINT forecast_check CHECK ((cardinality(methods) = cardinality(shares))),
    CONSTRAINT forecast_check1 CHECK ((cardinality(bands) = (5 * cardinality(days_ahead)))),
    CONSTRAINT forecast_check2 CHECK (((outcome = 'forecast'::text) = (outlook <> 'not-forecast'::text))),
    CONSTRAINT forecast_outcome_check CHECK ((outcome = ANY (ARRAY['forecast'::text, 'not-enough-history'::text, 'not-measured'::text]))),
    CONSTRAINT forecast_outlook_check CHECK ((outlook = ANY (ARRAY['full'::text, 'fills'::text, 'never'::text, 'no-capacity'::text, 'not-forecast'::text]))),
    CONSTRAINT forecast_p30_check CHECK (((p30 >= (0)::double precision) AND (p30 <= (1)::double precision))),
    CONSTRAINT forecast_p7_check CHECK (((p7 >= (0)::double precision) AND (p7 <= (1)::double precision))),
    CONSTRAINT forecast_p90_check CHECK (((p90 >= (0)::double precision) AND (p90 <= (1)::double precision))),
    CONSTRAINT forecast_trend_check CHECK ((trend = ANY (ARRAY['growing'::text, 'shrinking'::text, 'none'::text])))
)
PARTITION BY RANGE (run_on);


--
-- Name: TABLE forecast; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.forecast IS 'One row per night and series: what was forecast of it and why, or why not; partitioned by month.';


--
-- Name: forecast_202602; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.forecast_202602 (
    run_on date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    outcome text NOT NULL,
    outlook text NOT NULL,
    reason text NOT NULL,
    outlook_reason text,
    last_known_on date,
    last_value double precision,
    history_days integer NOT NULL,
    missing_days integer NOT NULL,
    repaired_on date[] NOT NULL,
    rebuilt_days integer NOT NULL,
    prometheus_days integer NOT NULL,
    capacity bigint,
    capacity_of text,
    p7 real,
    p30 real,
    p90 real,
    earliest_on date,
    likely_on date,
    latest_on date,
    order_by date,
    trend text,
    growth_per_day double precision,
    expected_error double precision,
    even_since date,
    cycle_days integer,
    origins integer,
    methods text[] NOT NULL,
    shares real[] NOT NULL,
    past_errors real[] NOT NULL,
    days_ahead smallint[] NOT NULL,
    bands real[] NOT NULL,
    CONSTRAINT forecast_check CHECK ((cardinality(methods) = cardinality(shares))),
    CONSTRAINT forecast_check1 CHECK ((cardinality(bands) = (5 * cardinality(days_ahead)))),
    CONSTRAINT forecast_check2 CHECK (((outcome = 'forecast'::text) = (outlook <> 'not-forecast'::text))),
    CONSTRAINT forecast_outcome_check CHECK ((outcome = ANY (ARRAY['forecast'::text, 'not-enough-history'::text, 'not-measured'::text]))),
    CONSTRAINT forecast_outlook_check CHECK ((outlook = ANY (ARRAY['full'::text, 'fills'::text, 'never'::text, 'no-capacity'::text, 'not-forecast'::text]))),
    CONSTRAINT forecast_p30_check CHECK (((p30 >= (0)::double precision) AND (p30 <= (1)::double precision))),
    CONSTRAINT forecast_p7_check CHECK (((p7 >= (0)::double precision) AND (p7 <= (1)::double precision))),
    CONSTRAINT forecast_p90_check CHECK (((p90 >= (0)::double precision) AND (p90 <= (1)::double precision))),
    CONSTRAINT forecast_trend_check CHECK ((trend = ANY (ARRAY['growing'::text, 'shrinking'::text, 'none'::text])))
);


--
-- Name: growth_night; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.growth_night (
    run_on date NOT NULL,
    series integer NOT NULL,
    examined integer NOT NULL,
    scored integer NOT NULL,
    forecasts integer NOT NULL,
    CONSTRAINT growth_night_examined_check CHECK ((examined >= 0)),
    CONSTRAINT growth_night_forecasts_check CHECK ((forecasts >= 0)),
    CONSTRAINT growth_night_scored_check CHECK ((scored >= 0)),
    CONSTRAINT growth_night_series_check CHECK ((series >= 0))
);


--
-- Name: TABLE growth_night; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.growth_night IS 'One row per night that forecast: how many series there were, were examined, gave scores, and were forecast.';


--
-- Name: growth_part; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.growth_part (
    run_on date NOT NULL,
    pool text NOT NULL,
    days integer NOT NULL,
    dataset text NOT NULL,
    presence text NOT NULL,
    formerly text,
    volume text,
    namespace text,
    claim text,
    tasks text[] NOT NULL,
    data_bytes bigint NOT NULL,
    snapshot_bytes bigint NOT NULL,
    reserved_bytes bigint NOT NULL,
    unsplit_bytes bigint NOT NULL,
    CONSTRAINT growth_part_check CHECK (((presence = 'renamed'::text) = (formerly IS NOT NULL))),
    CONSTRAINT growth_part_presence_check CHECK ((presence = ANY (ARRAY['there'::text, 'new'::text, 'deleted'::text, 'renamed'::text])))
);


--
-- Name: TABLE growth_part; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.growth_part IS 'One row per night of a weekly run, pool, length of window and dataset or zvol whose own space changed: by how much, and whom it serves.';


--
-- Name: growth_score; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.growth_score (
    run_on date NOT NULL,
    score_group text NOT NULL,
    bucket smallint NOT NULL,
    bins smallint[] NOT NULL,
    counts bigint[] NOT NULL,
    CONSTRAINT growth_score_check CHECK ((cardinality(bins) = cardinality(counts)))
);


--
-- Name: TABLE growth_score; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.growth_score IS 'One row per night, group of series and range of days ahead: how wrong forecasts of the series examined that night were, counted in bins.';


--
-- Name: growth_state; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.growth_state (
    subject text NOT NULL,
    measure text NOT NULL,
    examined_on date NOT NULL,
    origins smallint NOT NULL,
    exponent smallint NOT NULL,
    methods text[] NOT NULL,
    weights double precision[] NOT NULL,
    scale double precision[] NOT NULL,
    own_scores double precision[] NOT NULL,
    own_counts smallint[] NOT NULL,
    CONSTRAINT growth_state_check CHECK ((cardinality(methods) = cardinality(weights))),
    CONSTRAINT growth_state_check1 CHECK ((cardinality(scale) = cardinality(own_counts))),
    CONSTRAINT growth_state_origins_check CHECK ((origins >= 0))
);


--
-- Name: TABLE growth_state; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.growth_state IS 'One row per series that was ever examined: what its past taught, as of its newest examination.';


--
-- Name: COLUMN growth_state.methods; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.growth_state.methods IS 'Candidates with a say in the blend, beside their weights, which sum to 1.';


--
-- Name: COLUMN growth_state.scale; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.growth_state.scale IS 'Error to be expected per range of days ahead (1-3, 4-7, 8-14, 15-30, 31-60, 61-90), divided by two to the exponent.';


--
-- Name: COLUMN growth_state.own_scores; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.growth_state.own_scores IS 'Past errors of such blends in units of the scale, range after range; own_counts says how many are of each.';


--
-- Name: growth_window; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.growth_window (
    run_on date NOT NULL,
    pool text NOT NULL,
    days integer NOT NULL,
    unknown text,
    from_on date,
    to_on date,
    delta_bytes bigint,
    remainder_bytes bigint,
    remainder_reasons text[] NOT NULL,
    CONSTRAINT growth_window_check CHECK ((from_on < to_on)),
    CONSTRAINT growth_window_check1 CHECK (((unknown IS NULL) = (from_on IS NOT NULL))),
    CONSTRAINT growth_window_check2 CHECK (((unknown IS NULL) = (to_on IS NOT NULL))),
    CONSTRAINT growth_window_check3 CHECK (((unknown IS NULL) = (delta_bytes IS NOT NULL))),
    CONSTRAINT growth_window_check4 CHECK (((unknown IS NULL) = (remainder_bytes IS NOT NULL))),
    CONSTRAINT growth_window_days_check CHECK ((days > 0))
);


--
-- Name: TABLE growth_window; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.growth_window IS 'One row per night of a weekly run, pool and length of window: by how much the pool changed, and what no dataset accounts for.';


--
-- Name: COLUMN growth_window.days; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.growth_window.days IS 'The length that was wanted; from_on and to_on are the nights that were there.';


--
-- Name: COLUMN growth_window.unknown; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.growth_window.unknown IS 'Why nothing can be said of it.';


--
-- Name: object; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.object (
    object_id bigint NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    source text NOT NULL,
    pool text GENERATED ALWAYS AS (
CASE
    WHEN (kind = ANY (ARRAY['datasets'::text, 'snapshots'::text, 'pools'::text])) THEN split_part(split_part(subject, '/'::text, 3), '@'::text, 1)
    ELSE NULL::text
END) STORED
);


--
-- Name: TABLE object; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.object IS 'One row per object that was ever seen, by kind and subject.';


--
-- Name: object_object_id_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.object ALTER COLUMN object_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.object_object_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outbox; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.outbox (
    outbox_id bigint NOT NULL,
    idempotency_key text NOT NULL,
    channel text NOT NULL,
    recipient text NOT NULL,
    topic text NOT NULL,
    job text NOT NULL,
    run_on date NOT NULL,
    revision integer NOT NULL,
    run_id bigint,
    material text NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    reference text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    attempted_at timestamp with time zone,
    next_attempt_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT outbox_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT outbox_check CHECK (((state = ANY (ARRAY['waiting'::text, 'sending'::text])) = (closed_at IS NULL))),
    CONSTRAINT outbox_revision_check CHECK ((revision >= 1)),
    CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'delivered'::text, 'dead'::text, 'unknown'::text, 'superseded'::text, 'skipped'::text])))
);


--
-- Name: TABLE outbox; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.outbox IS 'One row per channel, recipient, topic, night and revision: what was to be sent, and what became of it.';


--
-- Name: COLUMN outbox.idempotency_key; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.idempotency_key IS 'What the same thing has however often a run is repeated: channel, job, night, recipient, topic and revision.';


--
-- Name: COLUMN outbox.channel; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.channel IS 'How it is sent: mail.';


--
-- Name: COLUMN outbox.topic; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.topic IS 'What order is kept within for one recipient: the series of a report, the fingerprint of a finding.';


--
-- Name: COLUMN outbox.revision; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.revision IS 'Counts from 1: the same night is told again only when what is material has changed, or on demand.';


--
-- Name: COLUMN outbox.material; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.material IS 'What makes it worth telling again: of a report its verdict.';


--
-- Name: COLUMN outbox.state; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.state IS 'waiting for its next try; sending: handed over, no answer yet; delivered; dead: refused or given up; unknown: handed over, the answer was lost; superseded: nobody wants it any more; skipped: not worth telling.';


--
-- Name: COLUMN outbox.reason; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.reason IS 'Why it is in that state, in words; empty when there is nothing to say.';


--
-- Name: COLUMN outbox.reference; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox.reference IS 'What the receiver knows it by, the same in every try: of a mail its Message-ID.';


--
-- Name: outbox_attempt; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.outbox_attempt (
    outbox_id bigint NOT NULL,
    attempt integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    code integer,
    said text NOT NULL,
    millis bigint NOT NULL,
    CONSTRAINT outbox_attempt_attempt_check CHECK ((attempt >= 1)),
    CONSTRAINT outbox_attempt_millis_check CHECK ((millis >= 0)),
    CONSTRAINT outbox_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['delivered'::text, 'deferred'::text, 'refused'::text, 'unknown'::text, 'unreachable'::text, 'not-allowed'::text])))
);


--
-- Name: TABLE outbox_attempt; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.outbox_attempt IS 'One row per try to send an entry of the outbox, with what the receiver said.';


--
-- Name: COLUMN outbox_attempt.outcome; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox_attempt.outcome IS 'delivered; deferred: told to come again; refused: for good; unknown: handed over, the answer was lost; unreachable: nothing was handed over; not-allowed: our settings, TLS or password.';


--
-- Name: COLUMN outbox_attempt.code; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.outbox_attempt.code IS 'The receiver''s own code, of SMTP 250, 450, 550; null when it gave none.';


--
-- Name: outbox_body; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.outbox_body (
    outbox_id bigint NOT NULL,
    body bytea NOT NULL
);


--
-- Name: TABLE outbox_body; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.outbox_body IS 'One row per entry of the outbox that is made and not yet delivered: the very bytes that every try sends.';


--
-- Name: outbox_outbox_id_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.outbox ALTER COLUMN outbox_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.outbox_outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: prometheus_answer; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.prometheus_answer (
    cluster text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    CONSTRAINT prometheus_answer_check CHECK ((last_day >= first_day))
);


--
-- Name: TABLE prometheus_answer; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.prometheus_answer IS 'One row per cluster whose Prometheus has answered: for which days, whatever it knew of them.';


--
-- Name: promise; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.promise (
    run_on date NOT NULL,
    source text NOT NULL,
    promise text NOT NULL,
    terms text NOT NULL,
    datasets integer NOT NULL,
    kept bigint NOT NULL,
    overdue bigint NOT NULL,
    unowned bigint NOT NULL,
    held bigint NOT NULL,
    future bigint NOT NULL,
    unparsable bigint NOT NULL,
    kubernetes bigint NOT NULL,
    undecided bigint NOT NULL,
    missing bigint NOT NULL,
    missing_severity text,
    too_many integer NOT NULL,
    holds_least_bytes bigint NOT NULL,
    holds_most_bytes bigint,
    overdue_least_bytes bigint NOT NULL,
    overdue_most_bytes bigint,
    notes text[] NOT NULL,
    CONSTRAINT promise_check CHECK ((holds_most_bytes >= holds_least_bytes)),
    CONSTRAINT promise_check1 CHECK ((overdue_most_bytes >= overdue_least_bytes)),
    CONSTRAINT promise_datasets_check CHECK ((datasets >= 0)),
    CONSTRAINT promise_future_check CHECK ((future >= 0)),
    CONSTRAINT promise_held_check CHECK ((held >= 0)),
    CONSTRAINT promise_kept_check CHECK ((kept >= 0)),
    CONSTRAINT promise_kubernetes_check CHECK ((kubernetes >= 0)),
    CONSTRAINT promise_missing_check CHECK ((missing >= 0)),
    CONSTRAINT promise_missing_severity_check CHECK ((missing_severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text]))),
    CONSTRAINT promise_overdue_check CHECK ((overdue >= 0)),
    CONSTRAINT promise_source_check CHECK ((source = ANY (ARRAY['policy'::text, 'sanoid'::text, 'task'::text, 'replication'::text, 'nobody'::text]))),
    CONSTRAINT promise_too_many_check CHECK ((too_many >= 0)),
    CONSTRAINT promise_undecided_check CHECK ((undecided >= 0)),
    CONSTRAINT promise_unowned_check CHECK ((unowned >= 0)),
    CONSTRAINT promise_unparsable_check CHECK ((unparsable >= 0))
);


--
-- Name: TABLE promise; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.promise IS 'One row per night and policy, periodic snapshot task, replication task, or NAS with snapshots of nobody: what became of its snapshots. One that two tasks own counts for both.';


--
-- Name: COLUMN promise.too_many; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.promise.too_many IS 'Datasets with more snapshots than the policy allows.';


--
-- Name: COLUMN promise.holds_least_bytes; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.promise.holds_least_bytes IS 'What its snapshots hold at least; most: at most, null when a dataset does not tell. ZFS tells no more of a set.';


--
-- Name: promise_period; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.promise_period (
    run_on date NOT NULL,
    source text NOT NULL,
    promise text NOT NULL,
    period text NOT NULL,
    begins_at timestamp with time zone NOT NULL,
    present bigint NOT NULL,
    missing bigint NOT NULL,
    overdue bigint NOT NULL,
    unowned bigint NOT NULL,
    held bigint NOT NULL,
    CONSTRAINT promise_period_held_check CHECK ((held >= 0)),
    CONSTRAINT promise_period_missing_check CHECK ((missing >= 0)),
    CONSTRAINT promise_period_overdue_check CHECK ((overdue >= 0)),
    CONSTRAINT promise_period_present_check CHECK ((present >= 0)),
    CONSTRAINT promise_period_unowned_check CHECK ((unowned >= 0))
);


--
-- Name: TABLE promise_period; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.promise_period IS 'One row per promise of the newest night, length of period (1h, 1d, 1w, 1m) and one of the last periods: the snapshots that were made in it, and how many are missing.';


--
-- Name: proposal; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.proposal (
    proposal_id bigint NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    state text NOT NULL,
    stage text NOT NULL,
    since timestamp with time zone NOT NULL,
    mode text NOT NULL,
    plan jsonb NOT NULL,
    plan_hash text NOT NULL,
    approvals jsonb NOT NULL,
    quarantined_at timestamp with time zone,
    reclaim_least bigint,
    reclaim_most bigint,
    change integer DEFAULT 1 NOT NULL,
    CONSTRAINT proposal_check CHECK ((reclaim_most >= reclaim_least)),
    CONSTRAINT proposal_mode_check CHECK ((mode = ANY (ARRAY['manual'::text, 'two-persons'::text, 'auto'::text, 'never'::text]))),
    CONSTRAINT proposal_plan_hash_check CHECK ((plan_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT proposal_reclaim_least_check CHECK ((reclaim_least >= 0)),
    CONSTRAINT proposal_stage_check CHECK ((stage = ANY (ARRAY['quarantine'::text, 'destroy'::text]))),
    CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['blocked'::text, 'waiting'::text, 'approved'::text, 'rejected'::text, 'running'::text, 'quarantined'::text, 'done'::text, 'failed'::text, 'rolled-back'::text, 'restored'::text, 'withdrawn'::text])))
);


--
-- Name: TABLE proposal; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.proposal IS 'One row per finding that led to a plan, from its first plan to its end; one more when it comes back.';


--
-- Name: COLUMN proposal.mode; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.proposal.mode IS 'What it takes to approve its stage, as the night read it from the configuration.';


--
-- Name: COLUMN proposal.plan_hash; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.proposal.plan_hash IS 'SHA-256 over the steps of its stage: what an approval is for.';


--
-- Name: COLUMN proposal.approvals; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.proposal.approvals IS 'Those that may still be worth something.';


--
-- Name: COLUMN proposal.change; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.proposal.change IS 'Counts changes, so that of two at once only one goes through.';


--
-- Name: proposal_event; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.proposal_event (
    proposal_id bigint NOT NULL,
    place integer NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    channel text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    stage text NOT NULL,
    plan_hash text NOT NULL,
    note text NOT NULL,
    CONSTRAINT proposal_event_place_check CHECK ((place >= 1))
);


--
-- Name: TABLE proposal_event; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.proposal_event IS 'One row per change of state of a proposal: who, when, from where, why, for which plan. Append only.';


--
-- Name: proposal_night; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.proposal_night (
    run_on date NOT NULL,
    proposal_id bigint NOT NULL,
    state text NOT NULL,
    stage text NOT NULL,
    mode text NOT NULL,
    plan_hash text NOT NULL,
    steps integer NOT NULL,
    blocked_by text[] NOT NULL,
    reclaim_least bigint,
    reclaim_most bigint
);


--
-- Name: TABLE proposal_night; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.proposal_night IS 'One row per night and proposal that was open on it or ended on it.';


--
-- Name: proposal_proposal_id_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.proposal ALTER COLUMN proposal_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.proposal_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: proposal_review; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.proposal_review (
    run_on date NOT NULL,
    findings integer NOT NULL,
    made integer NOT NULL,
    withheld integer NOT NULL,
    why text[] NOT NULL
);


--
-- Name: TABLE proposal_review; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.proposal_review IS 'One row per night that looked at proposals: how many findings it planned for, how many proposals it made, and what it withheld.';


--
-- Name: proposal_step; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.proposal_step (
    proposal_id bigint NOT NULL,
    plan_hash text NOT NULL,
    place integer NOT NULL,
    stage text NOT NULL,
    action text NOT NULL,
    target text NOT NULL,
    expected jsonb NOT NULL,
    remembered text NOT NULL,
    outcome text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    note text,
    CONSTRAINT proposal_step_outcome_check CHECK ((outcome = ANY (ARRAY['begun'::text, 'done'::text, 'failed'::text, 'undone'::text]))),
    CONSTRAINT proposal_step_place_check CHECK ((place >= 1))
);


--
-- Name: TABLE proposal_step; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.proposal_step IS 'One row per step that a cleanup has begun: what it acted on, what is needed to undo it, and how it ended.';


--
-- Name: COLUMN proposal_step.remembered; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.proposal_step.remembered IS 'The object as it was right before, as JSON.';


--
-- Name: COLUMN proposal_step.outcome; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.proposal_step.outcome IS 'begun: it is not known yet whether it was done; done: read back.';


--
-- Name: protection; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.protection (
    run_on date NOT NULL,
    claim text NOT NULL,
    storage_class text,
    dataset text,
    verdict text NOT NULL,
    on_snapshots text NOT NULL,
    on_elsewhere text NOT NULL,
    reason text NOT NULL,
    rpo_seconds bigint,
    replica_rpo_seconds bigint,
    asked boolean NOT NULL,
    asked_by text NOT NULL,
    snapshot_at timestamp with time zone,
    task_snapshot_at timestamp with time zone,
    volume_snapshot_at timestamp with time zone,
    elsewhere_at timestamp with time zone,
    elsewhere_how text,
    elsewhere_by text,
    elsewhere_where text,
    tasks text[] NOT NULL,
    routes text[] NOT NULL,
    CONSTRAINT protection_check CHECK (((elsewhere_at IS NULL) = (elsewhere_how IS NULL))),
    CONSTRAINT protection_elsewhere_how_check CHECK ((elsewhere_how = ANY (ARRAY['measured'::text, 'backup'::text, 'told'::text]))),
    CONSTRAINT protection_on_elsewhere_check CHECK ((on_elsewhere = ANY (ARRAY['protected'::text, 'late'::text, 'never'::text, 'unknown'::text, 'not-asked'::text]))),
    CONSTRAINT protection_on_snapshots_check CHECK ((on_snapshots = ANY (ARRAY['protected'::text, 'late'::text, 'never'::text, 'unknown'::text, 'not-asked'::text]))),
    CONSTRAINT protection_replica_rpo_seconds_check CHECK ((replica_rpo_seconds > 0)),
    CONSTRAINT protection_rpo_seconds_check CHECK ((rpo_seconds > 0)),
    CONSTRAINT protection_verdict_check CHECK ((verdict = ANY (ARRAY['protected'::text, 'late'::text, 'never'::text, 'unknown'::text, 'not-asked'::text])))
);


--
-- Name: TABLE protection; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.protection IS 'One row per night and bound claim that may be on a TrueNAS: its newest copies against its RPO. Of nights more than 8 days before the newest only claims that are late, never protected or unknown; how many there were of each is in ledger.protection_night.';


--
-- Name: protection_night; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.protection_night (
    run_on date NOT NULL,
    namespace text NOT NULL,
    protected integer NOT NULL,
    late integer NOT NULL,
    never integer NOT NULL,
    unknown integer NOT NULL,
    not_asked integer NOT NULL,
    CONSTRAINT protection_night_late_check CHECK ((late >= 0)),
    CONSTRAINT protection_night_never_check CHECK ((never >= 0)),
    CONSTRAINT protection_night_not_asked_check CHECK ((not_asked >= 0)),
    CONSTRAINT protection_night_protected_check CHECK ((protected >= 0)),
    CONSTRAINT protection_night_unknown_check CHECK ((unknown >= 0))
);


--
-- Name: TABLE protection_night; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.protection_night IS 'One row per night and namespace: how many of its claims stand how. Kept for every night.';


--
-- Name: removal; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.removal (
    run_id bigint NOT NULL,
    place smallint NOT NULL,
    what text NOT NULL,
    before_on date NOT NULL,
    removed bigint NOT NULL,
    CONSTRAINT removal_place_check CHECK ((place >= 0)),
    CONSTRAINT removal_removed_check CHECK ((removed >= 0))
);


--
-- Name: TABLE removal; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.removal IS 'One row per run of housekeeping and kind of rows that it looked at: how many were too old to be kept.';


--
-- Name: COLUMN removal.what; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.removal.what IS 'The table, and what of it where that is not all of its rows.';


--
-- Name: COLUMN removal.before_on; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.removal.before_on IS 'Only what is of an earlier day than this could be removed.';


--
-- Name: retention_snapshot; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.retention_snapshot (
    run_on date NOT NULL,
    subject text NOT NULL,
    state text NOT NULL,
    reasons text[] NOT NULL,
    remove_at timestamp with time zone,
    CONSTRAINT retention_snapshot_state_check CHECK ((state = ANY (ARRAY['overdue'::text, 'unowned'::text, 'held'::text, 'future'::text, 'unparsable'::text, 'undecided'::text])))
);


--
-- Name: TABLE retention_snapshot; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.retention_snapshot IS 'One row per ZFS snapshot of the newest night that is neither kept nor a CSI driver''s: its state and why.';


--
-- Name: run; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.run (
    run_id bigint NOT NULL,
    job text NOT NULL,
    run_on date NOT NULL,
    attempt integer NOT NULL,
    origin text NOT NULL,
    status text NOT NULL,
    version text NOT NULL,
    policy jsonb NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    captured_at timestamp with time zone,
    absorbed boolean DEFAULT false NOT NULL,
    verdict text,
    score integer,
    history_rebuilt boolean DEFAULT false NOT NULL,
    CONSTRAINT run_attempt_check CHECK ((attempt >= 1)),
    CONSTRAINT run_score_check CHECK (((score >= 0) AND (score <= 100))),
    CONSTRAINT run_status_check CHECK ((status = ANY (ARRAY['running'::text, 'complete'::text, 'incomplete'::text, 'failed'::text, 'abandoned'::text])))
);


--
-- Name: TABLE run; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.run IS 'One row per attempt at one job for one night (UTC date).';


--
-- Name: COLUMN run.origin; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.run.origin IS 'Where the inventory came from: a recorded estate or live sources.';


--
-- Name: COLUMN run.absorbed; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.run.absorbed IS 'Whether what the run read is in ledger.version and ledger.usage, even if it did not finish.';


--
-- Name: COLUMN run.history_rebuilt; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.run.history_rebuilt IS 'Whether the snapshots of the night were searched for days that no night measured.';


--
-- Name: run_run_id_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.run ALTER COLUMN run_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.run_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: runway; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.runway (
    run_on date NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    used_bytes bigint,
    capacity_bytes bigint,
    growth_per_day double precision,
    outlook text NOT NULL,
    reason text NOT NULL,
    p7 double precision,
    p30 double precision,
    p90 double precision,
    warn_earliest_on date,
    warn_likely_on date,
    warn_latest_on date,
    critical_earliest_on date,
    critical_likely_on date,
    critical_latest_on date,
    full_earliest_on date,
    full_likely_on date,
    full_latest_on date,
    order_by date,
    severity text,
    pools text[] NOT NULL,
    soonest text,
    CONSTRAINT runway_check CHECK (((outlook = 'unknown'::text) = (soonest IS NULL))),
    CONSTRAINT runway_kind_check CHECK ((kind = ANY (ARRAY['pool'::text, 'nas'::text, 'cluster'::text, 'namespace'::text, 'storage-class'::text]))),
    CONSTRAINT runway_outlook_check CHECK ((outlook = ANY (ARRAY['full'::text, 'fills'::text, 'never'::text, 'unknown'::text]))),
    CONSTRAINT runway_p30_check CHECK (((p30 >= (0)::double precision) AND (p30 <= (1)::double precision))),
    CONSTRAINT runway_p7_check CHECK (((p7 >= (0)::double precision) AND (p7 <= (1)::double precision))),
    CONSTRAINT runway_p90_check CHECK (((p90 >= (0)::double precision) AND (p90 <= (1)::double precision))),
    CONSTRAINT runway_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text])))
);


--
-- Name: TABLE runway; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.runway IS 'One row per night of a weekly run and pool, NAS, cluster, namespace or StorageClass: how long there is room.';


--
-- Name: scenario; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.scenario (
    run_on date NOT NULL,
    pool text NOT NULL,
    place smallint NOT NULL,
    name text NOT NULL,
    assumption text NOT NULL,
    unknown text,
    full_earliest_on date,
    full_likely_on date,
    full_latest_on date,
    order_by date,
    horizon_days integer,
    CONSTRAINT scenario_check CHECK (((unknown IS NULL) = (horizon_days IS NOT NULL)))
);


--
-- Name: TABLE scenario; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.scenario IS 'One row per night of a weekly run, pool and scenario: when the pool would be full, or why that is not known.';


--
-- Name: series_pattern; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.series_pattern (
    found_on date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    pattern text NOT NULL,
    day date NOT NULL,
    size double precision NOT NULL,
    evidence text NOT NULL
);


--
-- Name: TABLE series_pattern; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.series_pattern IS 'One row per series, night that looked at it, pattern and day: habits and changes of series that are told, and readings that were not believed (glitch).';


--
-- Name: snapshot_holding; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.snapshot_holding (
    run_on date NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    datasets integer NOT NULL,
    snapshots bigint NOT NULL,
    held_bytes bigint,
    CONSTRAINT snapshot_holding_datasets_check CHECK ((datasets >= 0)),
    CONSTRAINT snapshot_holding_held_bytes_check CHECK ((held_bytes >= 0)),
    CONSTRAINT snapshot_holding_kind_check CHECK ((kind = ANY (ARRAY['pool'::text, 'task'::text, 'namespace'::text]))),
    CONSTRAINT snapshot_holding_snapshots_check CHECK ((snapshots >= 0))
);


--
-- Name: TABLE snapshot_holding; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.snapshot_holding IS 'One row per night and pool, periodic snapshot task or namespace: how many snapshots there are, and what all snapshots of those datasets hold together. Only where all lists were complete.';


--
-- Name: snapshot_usage; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.snapshot_usage (
    object_id bigint NOT NULL,
    measured_on date NOT NULL,
    used_bytes bigint,
    referenced_bytes bigint
);


--
-- Name: TABLE snapshot_usage; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.snapshot_usage IS 'One row per ZFS snapshot: the newest figures only.';


--
-- Name: COLUMN snapshot_usage.object_id; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.snapshot_usage.object_id IS 'Of ledger.object; not enforced, like that of ledger.version.';


--
-- Name: source; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.source (
    run_id bigint NOT NULL,
    name text NOT NULL,
    side text NOT NULL,
    addresses text[] NOT NULL,
    api text DEFAULT ''::text NOT NULL,
    calls bigint DEFAULT 0 NOT NULL,
    remarks text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT source_calls_check CHECK ((calls >= 0)),
    CONSTRAINT source_side_check CHECK ((side = ANY (ARRAY['cluster'::text, 'nas'::text])))
);


--
-- Name: TABLE source; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.source IS 'One row per run and registered cluster or NAS.';


--
-- Name: COLUMN source.api; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.source.api IS 'What was spoken, with its release; empty when it was never reached.';


--
-- Name: COLUMN source.calls; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.source.calls IS 'Requests made, those of log-in and repeats included.';


--
-- Name: COLUMN source.remarks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.source.remarks IS 'What an admin should know of the connection, such as unverified TLS.';


--
-- Name: source_cost; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.source_cost (
    run_on date NOT NULL,
    source text NOT NULL,
    code text NOT NULL,
    severity text NOT NULL,
    findings integer NOT NULL,
    points double precision NOT NULL,
    CONSTRAINT source_cost_findings_check CHECK ((findings > 0)),
    CONSTRAINT source_cost_points_check CHECK ((points > (0)::double precision)),
    CONSTRAINT source_cost_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text])))
);


--
-- Name: TABLE source_cost; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.source_cost IS 'One row per night, source, code and severity: what these findings take off the score, in points of 100.';


--
-- Name: source_score; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.source_score (
    run_on date NOT NULL,
    source text NOT NULL,
    side text NOT NULL,
    score integer,
    grade text,
    objects bigint NOT NULL,
    unjudged text,
    CONSTRAINT source_score_check CHECK (((score IS NULL) = (grade IS NULL))),
    CONSTRAINT source_score_check1 CHECK (((score IS NULL) = (unjudged IS NOT NULL))),
    CONSTRAINT source_score_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'F'::text]))),
    CONSTRAINT source_score_objects_check CHECK ((objects >= 0)),
    CONSTRAINT source_score_score_check CHECK (((score >= 0) AND (score <= 100))),
    CONSTRAINT source_score_side_check CHECK ((side = ANY (ARRAY['cluster'::text, 'nas'::text])))
);


--
-- Name: TABLE source_score; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.source_score IS 'One row per night and registered cluster or NAS: how it stands, or why that cannot be said.';


--
-- Name: COLUMN source_score.objects; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.source_score.objects IS 'How many objects a share is taken of.';


--
-- Name: tally; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.tally (
    day date NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    source text NOT NULL,
    value bigint,
    parts integer NOT NULL,
    CONSTRAINT tally_parts_check CHECK ((parts >= 0))
);


--
-- Name: TABLE tally; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.tally IS 'One row per day (UTC), subject and measure: a sum or count over other objects, as the night saw them.';


--
-- Name: COLUMN tally.measure; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.tally.measure IS 'used: bytes charged to the datasets of the volumes in it; snapshots, volumes: how many there are.';


--
-- Name: COLUMN tally.value; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.tally.value IS 'null: a part of it was not known that night, so neither is the whole.';


--
-- Name: COLUMN tally.parts; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.tally.parts IS 'Over how many objects.';


--
-- Name: task_retention; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.task_retention (
    run_on date NOT NULL,
    task text NOT NULL,
    terms text NOT NULL,
    enabled boolean NOT NULL,
    datasets integer NOT NULL,
    owned bigint NOT NULL,
    orphaned bigint NOT NULL,
    next_run_at timestamp with time zone,
    problems text[] NOT NULL,
    remarks text[] NOT NULL,
    CONSTRAINT task_retention_datasets_check CHECK ((datasets >= 0)),
    CONSTRAINT task_retention_orphaned_check CHECK ((orphaned >= 0)),
    CONSTRAINT task_retention_owned_check CHECK ((owned >= 0))
);


--
-- Name: TABLE task_retention; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.task_retention IS 'One row per night and periodic snapshot task: what it covers and owns, and why it does nothing.';


--
-- Name: COLUMN task_retention.orphaned; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.task_retention.orphaned IS 'Snapshots with its names that nobody will remove, as it is disabled.';


--
-- Name: usage; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.usage (
    day date NOT NULL,
    object_id bigint NOT NULL,
    used_bytes bigint,
    available_bytes bigint,
    referenced_bytes bigint,
    snapshot_bytes bigint,
    children_bytes bigint,
    reserved_bytes bigint,
    capacity_bytes bigint,
    origin text DEFAULT 'measured'::text NOT NULL,
    CONSTRAINT usage_origin CHECK ((origin = ANY (ARRAY['measured'::text, 'rebuilt'::text, 'prometheus'::text])))
)
PARTITION BY RANGE (day);


--
-- Name: TABLE usage; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.usage IS 'One row per day (UTC) and measured object; partitioned by month. null: the source did not say.';


--
-- Name: COLUMN usage.origin; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.usage.origin IS 'measured by a night; rebuilt from a ZFS snapshot of that day; prometheus: asked of it later.';


--
-- Name: usage_202511; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.usage_202511 (
    day date NOT NULL,
    object_id bigint NOT NULL,
    used_bytes bigint,
    available_bytes bigint,
    referenced_bytes bigint,
    snapshot_bytes bigint,
    children_bytes bigint,
    reserved_bytes bigint,
    capacity_bytes bigint,
    origin text DEFAULT 'measured'::text NOT NULL,
    CONSTRAINT usage_origin CHECK ((origin = ANY (ARRAY['measured'::text, 'rebuilt'::text, 'prometheus'::text])))
);


--
-- Name: usage_202602; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.usage_202602 (
    day date NOT NULL,
    object_id bigint NOT NULL,
    used_bytes bigint,
    available_bytes bigint,
    referenced_bytes bigint,
    snapshot_bytes bigint,
    children_bytes bigint,
    reserved_bytes bigint,
    capacity_bytes bigint,
    origin text DEFAULT 'measured'::text NOT NULL,
    CONSTRAINT usage_origin CHECK ((origin = ANY (ARRAY['measured'::text, 'rebuilt'::text, 'prometheus'::text])))
);


--
-- Name: version; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.version (
    object_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    attributes jsonb NOT NULL,
    CONSTRAINT version_check CHECK ((valid_to > valid_from))
);


--
-- Name: TABLE version; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.version IS 'One row per object and range of nights [valid_from, valid_to) with equal attributes; no valid_to: still so.';


--
-- Name: COLUMN version.object_id; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.version.object_id IS 'Of ledger.object; not enforced, as a check per row is a third of the first night.';


--
-- Name: withheld; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.withheld (
    run_id bigint NOT NULL,
    kind text NOT NULL,
    part text NOT NULL,
    reason text NOT NULL,
    code text NOT NULL,
    subjects integer NOT NULL,
    first_subjects text[] NOT NULL,
    CONSTRAINT withheld_kind_check CHECK ((kind = ANY (ARRAY['held'::text, 'incomplete'::text]))),
    CONSTRAINT withheld_subjects_check CHECK ((subjects > 0))
);


--
-- Name: TABLE withheld; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.withheld IS 'One row per run, part of the inventory that was held or incomplete, and code: what was not said for want of it.';


--
-- Name: COLUMN withheld.subjects; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.withheld.subjects IS 'How many would have been reported. They are no findings and count nowhere.';


--
-- Name: COLUMN withheld.first_subjects; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.withheld.first_subjects IS 'The first of them by name.';


--
-- Name: absorbed_night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.absorbed_night AS
 SELECT DISTINCT ON (run.run_on) run.run_on,
    run.run_id,
    run.captured_at
   FROM ledger.run
  WHERE run.absorbed
  ORDER BY run.run_on, run.attempt DESC;


--
-- Name: VIEW absorbed_night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.absorbed_night IS 'One row per night whose inventory the ledger took in, finished or not.';


--
-- Name: alarm_threshold; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.alarm_threshold AS
 SELECT alarm_threshold.fitted_on,
    alarm_threshold.anomaly,
    alarm_threshold.threshold,
    alarm_threshold.nights,
    alarm_threshold.volumes,
    alarm_threshold.budget
   FROM ledger.alarm_threshold;


--
-- Name: VIEW alarm_threshold; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.alarm_threshold IS 'One row per night that fitted the site''s own thresholds, and class; nights after it use them.';


--
-- Name: anomaly; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.anomaly AS
 SELECT anomaly.run_on,
    anomaly.subject,
    anomaly.measure,
    anomaly.anomaly,
    anomaly.code,
    anomaly.kind,
    anomaly.source,
    anomaly.pool,
    anomaly.dataset,
    anomaly.volume,
    anomaly.claim,
    anomaly.namespace,
    anomaly.storage_class,
    anomaly.began_on,
    anomaly.last_over_on,
    anomaly.alarmed_on,
    anomaly.score,
    anomaly.threshold,
    anomaly.value_before,
    anomaly.value_day_before,
    anomaly.value_now,
    (anomaly.value_now - anomaly.value_before) AS moved,
    anomaly.days,
    anomaly.usual_least,
    anomaly.usual_most,
    (anomaly.evidence || anomaly.also) AS evidence,
    anomaly.stayed,
    anomaly.severity,
    anomaly.fleet,
    anomaly.expected
   FROM ledger.anomaly;


--
-- Name: VIEW anomaly; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.anomaly IS 'One row per night, series and class of oddity that is told on that night, from its first to its last.';


--
-- Name: COLUMN anomaly.subject; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.subject IS 'As in mart.series_day; with measure it names the series.';


--
-- Name: COLUMN anomaly.anomaly; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.anomaly IS 'growth, leak, shrink, flatline, pile-up.';


--
-- Name: COLUMN anomaly.code; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.code IS 'The finding it is told as, or part of.';


--
-- Name: COLUMN anomaly.kind; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.kind IS 'volume, claim, pool, count, as in mart.forecast.';


--
-- Name: COLUMN anomaly.began_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.began_on IS 'First day of the episode; of a stand-still or pile-up the last change or release.';


--
-- Name: COLUMN anomaly.alarmed_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.alarmed_on IS 'The night of its newest alarm, which scores, values and evidence are of.';


--
-- Name: COLUMN anomaly.score; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.score IS 'Of its class; it alarms from threshold on.';


--
-- Name: COLUMN anomaly.moved; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.moved IS 'By how much, with its sign, over so many days; bytes or a number. 0 at a stand-still.';


--
-- Name: COLUMN anomaly.usual_least; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.usual_least IS 'The lowest such move of the last 400 days, usual_most the highest; of a stand-still or pile-up usual_most is the longest before, in days.';


--
-- Name: COLUMN anomaly.stayed; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.stayed IS 'Whether the level has stayed where the move had brought it.';


--
-- Name: COLUMN anomaly.fleet; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.fleet IS 'How many series were judged when it alarmed as one of many alike, which are one finding on their source; 0: it alarmed alone.';


--
-- Name: COLUMN anomaly.expected; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.anomaly.expected IS 'Why it is expected and who says so; null: nobody does.';


--
-- Name: anomaly_expected; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.anomaly_expected AS
 SELECT anomaly_expected.expected_id,
    anomaly_expected.subject,
    anomaly_expected.measure,
    anomaly_expected.anomaly,
    anomaly_expected.alarmed_on,
    anomaly_expected.score,
    anomaly_expected.reason,
    anomaly_expected.said_by,
    anomaly_expected.said_at,
    anomaly_expected.withdrawn_by,
    anomaly_expected.withdrawn_at
   FROM ledger.anomaly_expected;


--
-- Name: VIEW anomaly_expected; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.anomaly_expected IS 'One row per alarm that a person called expected, with who, when and why; withdrawn ones included.';


--
-- Name: anomaly_night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.anomaly_night AS
 SELECT anomaly_night.run_on,
    anomaly_night.judged_from,
    anomaly_night.series,
    anomaly_night.judged,
    anomaly_night.volumes,
    anomaly_night.fitted_on
   FROM ledger.anomaly_night;


--
-- Name: VIEW anomaly_night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.anomaly_night IS 'One row per night that judged series for oddities: how many, since when, and with which thresholds.';


--
-- Name: backtest; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.backtest AS
 SELECT backtest.run_on,
    backtest.days_ahead,
    backtest.kind,
    backtest.forecasts,
    backtest.median_error_percent,
    backtest.within_80,
    backtest.within_95,
    backtest.with_probability,
    backtest.filled,
    backtest.brier,
    backtest.brier_of_share
   FROM ledger.backtest;


--
-- Name: VIEW backtest; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.backtest IS 'One row per night of a weekly run, number of days ahead and kind of series: how right the forecasts were whose day came in the eight weeks before.';


--
-- Name: COLUMN backtest.kind; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.backtest.kind IS 'all: all of them together.';


--
-- Name: COLUMN backtest.median_error_percent; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.backtest.median_error_percent IS 'Of the expected value, in percent of what came.';


--
-- Name: COLUMN backtest.within_80; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.backtest.within_80 IS 'Share, 0 to 1, that the 80 % band held; within_95 likewise.';


--
-- Name: COLUMN backtest.brier; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.backtest.brier IS 'Mean square of the probability of being full less the outcome; 0 is best.';


--
-- Name: COLUMN backtest.brier_of_share; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.backtest.brier_of_share IS 'The same of one who always says the share that filled.';


--
-- Name: finding; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.finding AS
 SELECT finding_night.run_on,
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
   FROM (ledger.finding_night
     JOIN ledger.finding USING (finding_id));


--
-- Name: VIEW finding; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.finding IS 'One row per night and finding that was open or was resolved that night.';


--
-- Name: believed_part; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.believed_part AS
 SELECT night.run_on,
    night.captured_at,
    capture.source,
    capture.kind
   FROM (mart.absorbed_night night
     JOIN ledger.capture USING (run_id))
  WHERE ((capture.status = 'complete'::text) AND (NOT (EXISTS ( SELECT
           FROM mart.finding held
          WHERE ((held.run_on = night.run_on) AND (held.code = 'PK902'::text) AND (held.subject = capture.source) AND (held.status = ANY (ARRAY['new'::text, 'persisting'::text, 'reopened'::text])))))));


--
-- Name: VIEW believed_part; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.believed_part IS 'One row per night, source and kind that was read completely, of sources no guard distrusted that night.';


--
-- Name: night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.night AS
 SELECT DISTINCT ON (run.run_on) run.run_on,
    run.run_id,
    run.attempt,
    run.status,
    run.version,
    run.policy,
    run.captured_at,
    run.verdict,
    run.score
   FROM ledger.run
  WHERE ((run.job = 'nightly'::text) AND (run.status = ANY (ARRAY['complete'::text, 'incomplete'::text])))
  ORDER BY run.run_on, run.attempt DESC;


--
-- Name: VIEW night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.night IS 'One row per night that finished: its newest finished attempt.';


--
-- Name: capture; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.capture AS
 SELECT night.run_on,
    ((capture.source || '/'::text) || capture.kind) AS part,
    capture.source,
    capture.kind,
    capture.status,
    capture.row_count,
    capture.millis,
    capture.problems,
    capture.by_name_count
   FROM (mart.night
     JOIN ledger.capture USING (run_id));


--
-- Name: VIEW capture; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.capture IS 'One row per night, source and kind: how completely it was read.';


--
-- Name: claim_day; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.claim_day AS
 SELECT (known.day)::date AS day,
    ((object.source || '/persistentvolumeclaims/'::text) || substr(object.subject, (length((object.source || '/volume-stats/'::text)) + 1))) AS subject,
    object.source AS cluster,
    told.used_bytes,
    told.capacity_bytes,
    told.origin
   FROM ((ledger.object
     CROSS JOIN generate_series((( SELECT min(usage.day) AS min
           FROM ledger.usage))::timestamp with time zone, (( SELECT max(usage.day) AS max
           FROM ledger.usage))::timestamp with time zone, '1 day'::interval) known(day))
     CROSS JOIN LATERAL ( SELECT usage.used_bytes,
            usage.capacity_bytes,
            usage.origin
           FROM ledger.usage
          WHERE ((usage.day = (known.day)::date) AND (usage.object_id = object.object_id))
         OFFSET 0) told)
  WHERE (object.kind = 'volume-stats'::text);


--
-- Name: VIEW claim_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.claim_day IS 'One row per claim and day (UTC) of which its fill level is known, quick for few subjects over many days.';


--
-- Name: claim_history; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.claim_history AS
 SELECT usage.day,
    ((object.source || '/persistentvolumeclaims/'::text) || substr(object.subject, (length((object.source || '/volume-stats/'::text)) + 1))) AS subject,
    object.source AS cluster,
    usage.used_bytes,
    usage.capacity_bytes,
    usage.origin
   FROM (ledger.usage
     JOIN ledger.object USING (object_id))
  WHERE (object.kind = 'volume-stats'::text);


--
-- Name: VIEW claim_history; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.claim_history IS 'One row per claim and day (UTC) of which its fill level is known, from kubelets or Prometheus.';


--
-- Name: COLUMN claim_history.day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.claim_history.day IS 'UTC day.';


--
-- Name: COLUMN claim_history.subject; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.claim_history.subject IS 'prod-a/persistentvolumeclaims/media/data-1.';


--
-- Name: COLUMN claim_history.cluster; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.claim_history.cluster IS 'The cluster it is in.';


--
-- Name: COLUMN claim_history.used_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.claim_history.used_bytes IS 'What the file system of the claim said is used.';


--
-- Name: COLUMN claim_history.capacity_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.claim_history.capacity_bytes IS 'What the file system of the claim said is its size.';


--
-- Name: COLUMN claim_history.origin; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.claim_history.origin IS 'measured: a night asked the kubelets; prometheus: asked of Prometheus for a day without a night.';


--
-- Name: complete_pool_night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.complete_pool_night AS
 SELECT part.run_on,
    ((root.source || '/pools/'::text) || root.pool) AS pool,
    usage.used_bytes
   FROM (((mart.believed_part part
     JOIN mart.night ON ((night.run_on = part.run_on)))
     JOIN ledger.object root ON (((root.source = part.source) AND (root.kind = 'datasets'::text) AND (root.subject = ((root.source || '/datasets/'::text) || root.pool)))))
     JOIN ledger.usage ON (((usage.object_id = root.object_id) AND (usage.day = part.run_on) AND (usage.origin = 'measured'::text))))
  WHERE (part.kind = 'datasets'::text);


--
-- Name: VIEW complete_pool_night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.complete_pool_night IS 'One row per finished night and pool whose NAS told all its datasets, with no guard distrusting it.';


--
-- Name: object; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.object AS
 SELECT night.run_on,
    object.object_id,
    object.kind,
    object.subject,
    object.source,
    object.pool,
    version.attributes
   FROM (((mart.night
     JOIN ledger.source registered USING (run_id))
     JOIN ledger.object ON ((object.source = registered.name)))
     JOIN ledger.version ON (((version.object_id = object.object_id) AND (version.valid_from <= night.run_on) AND ((version.valid_to IS NULL) OR (version.valid_to > night.run_on)))));


--
-- Name: VIEW object; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.object IS 'One row per night and object that was there, of the sources that night had, with its attributes.';


--
-- Name: dataset; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset AS
 SELECT dataset.run_on,
    dataset.subject,
    dataset.source AS nas,
    dataset.pool,
    (dataset.attributes ->> 'type'::text) AS type,
    (dataset.attributes ->> 'origin'::text) AS origin,
    usage.used_bytes,
    usage.available_bytes,
    usage.referenced_bytes,
    usage.snapshot_bytes,
    usage.children_bytes,
    usage.reserved_bytes,
    usage.capacity_bytes
   FROM (mart.object dataset
     LEFT JOIN ledger.usage ON (((usage.object_id = dataset.object_id) AND (usage.day = dataset.run_on) AND (usage.origin = 'measured'::text))))
  WHERE (dataset.kind = 'datasets'::text);


--
-- Name: VIEW dataset; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset IS 'One row per night and dataset or zvol, with its space.';


--
-- Name: dataset_day; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset_day AS
 SELECT (known.day)::date AS day,
    object.subject,
    object.source AS nas,
    object.pool,
    told.referenced_bytes,
    told.used_bytes,
    told.snapshot_bytes,
    told.capacity_bytes AS limit_bytes,
    told.origin
   FROM ((ledger.object
     CROSS JOIN generate_series((( SELECT min(usage.day) AS min
           FROM ledger.usage))::timestamp with time zone, (( SELECT max(usage.day) AS max
           FROM ledger.usage))::timestamp with time zone, '1 day'::interval) known(day))
     CROSS JOIN LATERAL ( SELECT usage.referenced_bytes,
            usage.used_bytes,
            usage.snapshot_bytes,
            usage.capacity_bytes,
            usage.origin
           FROM ledger.usage
          WHERE ((usage.day = (known.day)::date) AND (usage.object_id = object.object_id))
         OFFSET 0) told)
  WHERE (object.kind = 'datasets'::text);


--
-- Name: VIEW dataset_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset_day IS 'One row per dataset or zvol and day (UTC) of which something is known, quick for few subjects over many days.';


--
-- Name: COLUMN dataset_day.referenced_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_day.referenced_bytes IS 'Live data without snapshots and children, as in mart.dataset_history.';


--
-- Name: COLUMN dataset_day.used_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_day.used_bytes IS 'With snapshots and children; null on rebuilt days.';


--
-- Name: COLUMN dataset_day.limit_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_day.limit_bytes IS 'volsize of a zvol, else refquota or quota; null: none, or a rebuilt day.';


--
-- Name: dataset_history; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset_history AS
 SELECT usage.day,
    object.subject,
    object.source AS nas,
    object.pool,
    usage.referenced_bytes,
    usage.used_bytes,
    usage.snapshot_bytes,
    usage.origin
   FROM (ledger.usage
     JOIN ledger.object USING (object_id))
  WHERE (object.kind = 'datasets'::text);


--
-- Name: VIEW dataset_history; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset_history IS 'One row per dataset or zvol and day (UTC) of which something is known, measured or rebuilt.';


--
-- Name: COLUMN dataset_history.day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.day IS 'UTC day. A measured day was seen when its night ran, a rebuilt one when its newest snapshot was taken.';


--
-- Name: COLUMN dataset_history.subject; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.subject IS 'nas1/datasets/tank/k8s/pvc-1, as in mart.dataset.';


--
-- Name: COLUMN dataset_history.nas; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.nas IS 'The NAS it is on.';


--
-- Name: COLUMN dataset_history.pool; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.pool IS 'The pool it is in.';


--
-- Name: COLUMN dataset_history.referenced_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.referenced_bytes IS 'Live data without snapshots and children; of a clone measured on releases that do not tell it, without what it shares.';


--
-- Name: COLUMN dataset_history.used_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.used_bytes IS 'All space charged to it, with snapshots and children; null on rebuilt days, which cannot tell.';


--
-- Name: COLUMN dataset_history.snapshot_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.snapshot_bytes IS 'Space that only its snapshots held; null on rebuilt days, which cannot tell.';


--
-- Name: COLUMN dataset_history.origin; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_history.origin IS 'measured: a night saw it; rebuilt: told by a snapshot of that day, only before its first night.';


--
-- Name: link; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.link AS
 SELECT match.run_on,
    match.subject AS from_subject,
    target.subject AS to_subject,
    (match.attributes ->> 'outcome'::text) AS confidence,
    (match.attributes -> 'evidence'::text) AS evidence
   FROM (mart.object match
     CROSS JOIN LATERAL jsonb_array_elements_text((match.attributes -> 'to'::text)) target(subject))
  WHERE (match.kind = 'matches'::text);


--
-- Name: VIEW link; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.link IS 'One row per night, Kubernetes object and ZFS object it stands on.';


--
-- Name: dataset_holder; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset_holder AS
 WITH held AS (
         SELECT link.run_on,
            link.to_subject AS subject,
            split_part(link.from_subject, '/'::text, 1) AS cluster,
                CASE
                    WHEN (split_part(link.from_subject, '/'::text, 2) <> 'persistentvolumes'::text) THEN 'detached-snapshot'::text
                    WHEN (link.confidence = ANY (ARRAY['confirmed'::text, 'probable'::text])) THEN 'volume'::text
                    ELSE 'shared'::text
                END AS holding
           FROM mart.link
          WHERE (split_part(link.to_subject, '/'::text, 2) = 'datasets'::text)
        )
 SELECT held.run_on,
    held.subject,
        CASE
            WHEN bool_or((held.holding = 'volume'::text)) THEN 'volume'::text
            WHEN bool_or((held.holding = 'detached-snapshot'::text)) THEN 'detached-snapshot'::text
            ELSE 'shared'::text
        END AS holding,
    COALESCE(string_agg(DISTINCT held.cluster, ', '::text) FILTER (WHERE (held.holding = 'volume'::text)), string_agg(DISTINCT held.cluster, ', '::text)) AS clusters
   FROM held
  GROUP BY held.run_on, held.subject;


--
-- Name: VIEW dataset_holder; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset_holder IS 'One row per night and dataset or zvol that Kubernetes objects stand on: how, and of which clusters.';


--
-- Name: COLUMN dataset_holder.holding; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_holder.holding IS 'volume: a PersistentVolume owns it; detached-snapshot: it is the copy of a VolumeSnapshotContent; shared: used without owning it, or perhaps.';


--
-- Name: volume; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.volume AS
 SELECT volume.run_on,
    volume.subject,
    volume.source AS cluster,
    (volume.attributes ->> 'phase'::text) AS phase,
    (volume.attributes ->> 'storageClass'::text) AS storage_class,
    COALESCE(NULLIF((volume.attributes #>> '{source,driver}'::text[]), ''::text), (volume.attributes #>> '{source,type}'::text[])) AS driver,
    (((volume.attributes #>> '{claim,namespace}'::text[]) || '/'::text) || (volume.attributes #>> '{claim,name}'::text[])) AS claim,
    ((volume.attributes ->> 'capacityBytes'::text))::bigint AS capacity_bytes,
    COALESCE((match.attributes ->> 'outcome'::text), 'unknown'::text) AS confidence,
    (match.attributes #>> '{to,0}'::text[]) AS dataset,
    usage.used_bytes,
    usage.referenced_bytes,
    usage.snapshot_bytes
   FROM ((((mart.object volume
     LEFT JOIN ledger.object match_object ON (((match_object.kind = 'matches'::text) AND (match_object.subject = volume.subject))))
     LEFT JOIN ledger.version match ON (((match.object_id = match_object.object_id) AND (match.valid_from <= volume.run_on) AND ((match.valid_to IS NULL) OR (match.valid_to > volume.run_on)))))
     LEFT JOIN ledger.object dataset ON (((dataset.kind = 'datasets'::text) AND (dataset.subject = (match.attributes #>> '{to,0}'::text[])) AND ((match.attributes ->> 'outcome'::text) = ANY (ARRAY['confirmed'::text, 'probable'::text])))))
     LEFT JOIN ledger.usage ON (((usage.object_id = dataset.object_id) AND (usage.day = volume.run_on) AND (usage.origin = 'measured'::text))))
  WHERE (volume.kind = 'persistentvolumes'::text);


--
-- Name: VIEW volume; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.volume IS 'One row per night and PersistentVolume, with what backs it.';


--
-- Name: dataset_owner; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset_owner AS
 SELECT DISTINCT ON (volume.run_on, volume.dataset) volume.run_on,
    volume.dataset,
    volume.subject AS volume,
    ((volume.cluster || '/namespaces/'::text) || split_part(volume.claim, '/'::text, 1)) AS namespace,
    ((volume.cluster || '/persistentvolumeclaims/'::text) || volume.claim) AS claim
   FROM mart.volume
  WHERE ((volume.confidence = ANY (ARRAY['confirmed'::text, 'probable'::text])) AND (volume.dataset IS NOT NULL))
  ORDER BY volume.run_on, volume.dataset, (volume.subject COLLATE "C");


--
-- Name: VIEW dataset_owner; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset_owner IS 'One row per night and dataset or zvol that a PersistentVolume owns, with its claim.';


--
-- Name: dataset_retention; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset_retention AS
 SELECT dataset_retention.run_on,
    dataset_retention.dataset,
    dataset_retention.promises,
    dataset_retention.promised_since,
    dataset_retention.kept,
    dataset_retention.overdue,
    dataset_retention.unowned,
    dataset_retention.held,
    dataset_retention.future,
    dataset_retention.unparsable,
    dataset_retention.kubernetes,
    dataset_retention.undecided,
    (((((((dataset_retention.kept + dataset_retention.overdue) + dataset_retention.unowned) + dataset_retention.held) + dataset_retention.future) + dataset_retention.unparsable) + dataset_retention.kubernetes) + dataset_retention.undecided) AS snapshots,
    dataset_retention.samples,
    dataset_retention.missing,
    dataset_retention.missing_severity,
    dataset_retention.missing_evidence,
    dataset_retention.overdue_least_bytes,
    dataset_retention.overdue_most_bytes,
    dataset_retention.unowned_least_bytes,
    dataset_retention.unowned_most_bytes,
    dataset_retention.oldest_at,
    dataset_retention.newest_at,
    dataset_retention.most_count
   FROM ledger.dataset_retention;


--
-- Name: VIEW dataset_retention; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset_retention IS 'One row per night and dataset with snapshots or with somebody who promises them: how many are in which state.';


--
-- Name: COLUMN dataset_retention.promised_since; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_retention.promised_since IS 'When a night first saw just this policy be about it; null: no policy is.';


--
-- Name: COLUMN dataset_retention.snapshots; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_retention.snapshots IS 'All of them; every one is in exactly one state.';


--
-- Name: COLUMN dataset_retention.missing; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_retention.missing IS 'Snapshots that were promised and are not there.';


--
-- Name: dataset_space; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.dataset_space AS
 WITH inside AS (
         SELECT dataset.run_on,
            regexp_replace(dataset.subject, '/[^/]*$'::text, ''::text) AS subject,
                CASE
                    WHEN (count(*) = count(dataset.used_bytes)) THEN sum(dataset.used_bytes)
                    ELSE NULL::numeric
                END AS used_bytes
           FROM mart.dataset
          GROUP BY dataset.run_on, (regexp_replace(dataset.subject, '/[^/]*$'::text, ''::text))
        ), enclosing AS (
         SELECT DISTINCT ON (dataset.run_on, dataset.subject) dataset.run_on,
            dataset.subject,
            holder_1.clusters
           FROM (((mart.object dataset
             CROSS JOIN LATERAL ( SELECT string_to_array(dataset.subject, '/'::text) AS parts) path)
             CROSS JOIN LATERAL generate_series(3, cardinality(path.parts)) depth(depth))
             JOIN mart.dataset_holder holder_1 ON (((holder_1.run_on = dataset.run_on) AND (holder_1.subject = array_to_string(path.parts[1:depth.depth], '/'::text)) AND (holder_1.holding = 'volume'::text))))
          WHERE (dataset.kind = 'datasets'::text)
          ORDER BY dataset.run_on, dataset.subject, depth.depth DESC
        ), unclaimed AS (
         SELECT finding.run_on,
            finding.subject
           FROM mart.finding
          WHERE ((finding.code = ANY (ARRAY['PK102'::text, 'PK207'::text])) AND (finding.status = ANY (ARRAY['new'::text, 'persisting'::text, 'reopened'::text, 'excepted'::text])))
          GROUP BY finding.run_on, finding.subject
        ), measured AS (
         SELECT dataset.run_on,
            dataset.subject,
            dataset.nas,
            dataset.pool,
            dataset.type,
            NULLIF(dataset.origin, ''::text) AS origin,
            dataset.used_bytes,
            dataset.available_bytes,
            dataset.referenced_bytes,
            dataset.snapshot_bytes,
            dataset.children_bytes,
            dataset.reserved_bytes,
            dataset.capacity_bytes AS limit_bytes,
            ((((dataset.used_bytes)::numeric - (dataset.snapshot_bytes)::numeric) - (dataset.children_bytes)::numeric) - (dataset.reserved_bytes)::numeric) AS rest_bytes,
            ((dataset.used_bytes)::numeric -
                CASE
                    WHEN (dataset.children_bytes IS NOT NULL) THEN (dataset.children_bytes)::numeric
                    WHEN (inside.subject IS NULL) THEN (0)::numeric
                    ELSE inside.used_bytes
                END) AS own_bytes
           FROM (mart.dataset
             LEFT JOIN inside ON (((inside.run_on = dataset.run_on) AND (inside.subject = dataset.subject))))
        )
 SELECT measured.run_on,
    measured.subject,
    measured.nas,
    measured.pool,
    measured.type,
    measured.origin,
    measured.used_bytes,
    measured.available_bytes,
    measured.referenced_bytes,
        CASE
            WHEN (measured.rest_bytes >= (0)::numeric) THEN (measured.rest_bytes)::bigint
            ELSE NULL::bigint
        END AS data_bytes,
    measured.snapshot_bytes,
    measured.children_bytes,
    measured.reserved_bytes,
    (
        CASE
            WHEN (measured.own_bytes < (0)::numeric) THEN (0)::numeric
            ELSE measured.own_bytes
        END)::bigint AS own_bytes,
    measured.limit_bytes,
        CASE
            WHEN (holder.holding IS NOT NULL) THEN holder.holding
            WHEN (unclaimed.subject IS NOT NULL) THEN 'unclaimed'::text
            WHEN (enclosing.subject IS NOT NULL) THEN 'volume'::text
            ELSE 'other'::text
        END AS category,
        CASE
            WHEN (holder.holding IS NOT NULL) THEN holder.clusters
            WHEN (unclaimed.subject IS NOT NULL) THEN ''::text
            ELSE COALESCE(enclosing.clusters, ''::text)
        END AS clusters
   FROM (((measured
     LEFT JOIN mart.dataset_holder holder ON (((holder.run_on = measured.run_on) AND (holder.subject = measured.subject))))
     LEFT JOIN unclaimed ON (((unclaimed.run_on = measured.run_on) AND (unclaimed.subject = measured.subject))))
     LEFT JOIN enclosing ON (((enclosing.run_on = measured.run_on) AND (enclosing.subject = measured.subject))));


--
-- Name: VIEW dataset_space; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.dataset_space IS 'One row per night and dataset or zvol: how the space charged to it splits, and whom it serves.';


--
-- Name: COLUMN dataset_space.data_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_space.data_bytes IS 'ZFS usedbydataset, as used less its other parts; null where not all parts were told.';


--
-- Name: COLUMN dataset_space.own_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_space.own_bytes IS 'used less what lies in datasets inside it, so that own space adds up over a pool.';


--
-- Name: COLUMN dataset_space.limit_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_space.limit_bytes IS 'volsize of a zvol, else refquota or quota.';


--
-- Name: COLUMN dataset_space.category; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_space.category IS 'volume (or inside one), detached-snapshot, shared, unclaimed (an open PK102 or PK207), other.';


--
-- Name: COLUMN dataset_space.clusters; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.dataset_space.clusters IS 'Clusters it serves, separated by comma and blank; empty when none.';


--
-- Name: delivery; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.delivery AS
 SELECT outbox.outbox_id,
    outbox.idempotency_key,
    outbox.channel,
    outbox.recipient,
    outbox.topic,
    outbox.job,
    outbox.run_on,
    outbox.revision,
    outbox.run_id,
    outbox.material,
    outbox.state,
    outbox.reason,
    outbox.reference,
    outbox.attempts,
    outbox.created_at,
    outbox.attempted_at,
    outbox.next_attempt_at,
    outbox.closed_at
   FROM ledger.outbox;


--
-- Name: VIEW delivery; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.delivery IS 'One row per channel, recipient, topic, night and revision: what was to be sent, and what became of it.';


--
-- Name: COLUMN delivery.material; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.delivery.material IS 'What makes it worth telling again: of a report its verdict.';


--
-- Name: COLUMN delivery.reference; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.delivery.reference IS 'What the receiver knows it by: of a mail its Message-ID.';


--
-- Name: delivery_attempt; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.delivery_attempt AS
 SELECT outbox_attempt.outbox_id,
    outbox_attempt.attempt,
    outbox_attempt.started_at,
    outbox_attempt.outcome,
    outbox_attempt.code,
    outbox_attempt.said,
    outbox_attempt.millis
   FROM ledger.outbox_attempt;


--
-- Name: VIEW delivery_attempt; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.delivery_attempt IS 'One row per try to send something, with what the receiver said.';


--
-- Name: exception; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.exception AS
 SELECT exception_night.run_on,
    exception_night.place,
    exception_night.codes,
    exception_night.match,
    exception_night.reason,
    exception_night.owner,
    exception_night.expires_on,
    exception_night.state,
    exception_night.findings
   FROM ledger.exception_night;


--
-- Name: VIEW exception; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.exception IS 'One row per night and exception of its configuration: how it stood and how many findings it covered.';


--
-- Name: finding_scope; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.finding_scope AS
 SELECT finding.fingerprint,
    scope.facts,
    scope.known_on
   FROM (ledger.finding_scope scope
     JOIN ledger.finding USING (finding_id));


--
-- Name: VIEW finding_scope; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.finding_scope IS 'One row per finding: whom it concerns, as of the newest night on which it was judged.';


--
-- Name: forecast; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.forecast AS
 SELECT forecast.run_on,
    forecast.subject,
    forecast.measure,
    forecast.kind,
    forecast.source,
    forecast.pool,
    forecast.dataset,
    forecast.volume,
    forecast.claim,
    forecast.namespace,
    forecast.storage_class,
    forecast.outcome,
    forecast.outlook,
    forecast.reason,
    forecast.outlook_reason,
    forecast.last_known_on,
    forecast.last_value,
    forecast.history_days,
    forecast.missing_days,
    forecast.repaired_on,
    forecast.rebuilt_days,
    forecast.prometheus_days,
    forecast.capacity,
    forecast.capacity_of,
    forecast.p7,
    forecast.p30,
    forecast.p90,
    forecast.earliest_on,
    forecast.likely_on,
    forecast.latest_on,
    forecast.order_by,
    forecast.trend,
    forecast.growth_per_day,
    forecast.expected_error,
    forecast.even_since,
    forecast.cycle_days,
    forecast.origins,
    forecast.methods,
    forecast.shares,
    forecast.past_errors,
    forecast.days_ahead,
    forecast.bands
   FROM ledger.forecast;


--
-- Name: VIEW forecast; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.forecast IS 'One row per night and series that existed on it: what was forecast of it and why, or why not.';


--
-- Name: COLUMN forecast.run_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.run_on IS 'The night whose values the forecast starts from.';


--
-- Name: COLUMN forecast.subject; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.subject IS 'As in mart.series_day; with measure it names the series.';


--
-- Name: COLUMN forecast.kind; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.kind IS 'volume (a dataset or zvol that a PersistentVolume owns), claim (its own file system), dataset, pool, namespace, storage-class, count.';


--
-- Name: COLUMN forecast.volume; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.volume IS 'The PersistentVolume it serves; of several the first by name.';


--
-- Name: COLUMN forecast.outcome; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.outcome IS 'forecast; not-enough-history: fewer than 7 measured days; not-measured: not within the last 7 days.';


--
-- Name: COLUMN forecast.outlook; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.outlook IS 'full already; fills: perhaps; never: under 5 % within the horizon; no-capacity: nothing is known to limit it; not-forecast.';


--
-- Name: COLUMN forecast.reason; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.reason IS 'What the forecast rests on, or why there is none, in words.';


--
-- Name: COLUMN forecast.outlook_reason; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.outlook_reason IS 'Why it does not fill, in words.';


--
-- Name: COLUMN forecast.last_known_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.last_known_on IS 'The newest day with a value; later days up to the night carry it.';


--
-- Name: COLUMN forecast.capacity; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.capacity IS 'What limits it, in its unit; null: not known, or nothing does.';


--
-- Name: COLUMN forecast.capacity_of; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.capacity_of IS 'quota (refquota or quota of the dataset), file-system (as the claim says), pool (used and available of its root dataset).';


--
-- Name: COLUMN forecast.p7; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.p7 IS 'Probability, 0 to 1, of being full within 7 days; p30 and p90 likewise.';


--
-- Name: COLUMN forecast.earliest_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.earliest_on IS 'First day on which the upper end of the 80 % band is at the capacity; null: not within the horizon.';


--
-- Name: COLUMN forecast.likely_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.likely_on IS 'First day on which the expected path is; never to be shown alone.';


--
-- Name: COLUMN forecast.latest_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.latest_on IS 'First day on which the lower end of the 80 % band is.';


--
-- Name: COLUMN forecast.order_by; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.order_by IS 'earliest_on less the lead time of new capacity; may be past.';


--
-- Name: COLUMN forecast.growth_per_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.growth_per_day IS 'Of the expected path over 30 days, in the unit of the series.';


--
-- Name: COLUMN forecast.expected_error; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.expected_error IS 'By how much it may be wrong after 30 days, in the unit of the series.';


--
-- Name: COLUMN forecast.even_since; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.even_since IS 'First day of the present stretch of even growth.';


--
-- Name: COLUMN forecast.cycle_days; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.cycle_days IS 'Period of release; 0: none.';


--
-- Name: COLUMN forecast.origins; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.origins IS 'On how many past weeks the methods were tried.';


--
-- Name: COLUMN forecast.methods; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.methods IS 'Methods with a say in the path, largest share first; shares beside them sum to 1.';


--
-- Name: COLUMN forecast.past_errors; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.past_errors IS 'Median error of such blends on the past of the series, per range of days ahead (1-3, 4-7, 8-14, 15-30, 31-60, 61-90); NaN: not tried.';


--
-- Name: COLUMN forecast.days_ahead; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.days_ahead IS 'The days that bands tells of: all for pools, else the ends of the ranges and the horizon.';


--
-- Name: COLUMN forecast.bands; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast.bands IS 'Expected value for each of days_ahead, then the lower and upper end of the 80 % band, then those of the 95 % band.';


--
-- Name: forecast_outcome; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.forecast_outcome AS
 SELECT said.run_on,
    said.subject,
    said.measure,
    said.kind,
    horizon.days AS days_ahead,
    came.run_on AS came_on,
    came.last_value AS value,
    said.bands[horizon.place] AS expected,
    said.bands[(horizon.place + horizon.width)] AS low_80,
    said.bands[(horizon.place + (2 * horizon.width))] AS high_80,
    said.bands[(horizon.place + (3 * horizon.width))] AS low_95,
    said.bands[(horizon.place + (4 * horizon.width))] AS high_95,
        CASE
            WHEN ((said.outlook = ANY (ARRAY['fills'::text, 'never'::text])) AND (came.capacity = said.capacity)) THEN horizon.p_full
            ELSE NULL::real
        END AS p_full,
    (EXISTS ( SELECT
           FROM ledger.forecast later
          WHERE ((later.subject = said.subject) AND (later.measure = said.measure) AND (later.run_on > said.run_on) AND (later.run_on <= came.run_on) AND (later.outlook = 'full'::text)))) AS filled
   FROM ((ledger.forecast said
     CROSS JOIN LATERAL ( SELECT ahead.days,
            ahead.p_full,
            array_position(said.days_ahead, (ahead.days)::smallint) AS place,
            cardinality(said.days_ahead) AS width
           FROM ( VALUES (7,said.p7), (30,said.p30), (90,said.p90)) ahead(days, p_full)) horizon)
     JOIN ledger.forecast came ON (((came.subject = said.subject) AND (came.measure = said.measure) AND (came.run_on = (said.run_on + horizon.days)) AND (came.last_known_on = came.run_on))))
  WHERE ((said.outcome = 'forecast'::text) AND (horizon.place IS NOT NULL));


--
-- Name: VIEW forecast_outcome; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.forecast_outcome IS 'One row per night, forecast series and 7, 30 or 90 days ahead, where a night measured what came: said and seen side by side.';


--
-- Name: COLUMN forecast_outcome.came_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast_outcome.came_on IS 'The day that was forecast, days_ahead after the night.';


--
-- Name: COLUMN forecast_outcome.value; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast_outcome.value IS 'What the series came to on that day.';


--
-- Name: COLUMN forecast_outcome.p_full; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast_outcome.p_full IS 'Probability, 0 to 1, of being full by then; null without a limit, when it was full already, or was resized since.';


--
-- Name: COLUMN forecast_outcome.filled; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast_outcome.filled IS 'Whether a night in between, or that day''s, found it full.';


--
-- Name: forecast_path; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.forecast_path AS
 SELECT forecast.run_on,
    forecast.subject,
    forecast.measure,
    forecast.kind,
    (forecast.run_on + ahead.days) AS day,
    ahead.days AS days_ahead,
    (forecast.bands[ahead.place])::double precision AS expected,
    (forecast.bands[(ahead.place + ahead.width)])::double precision AS low_80,
    (forecast.bands[(ahead.place + (2 * ahead.width))])::double precision AS high_80,
    (forecast.bands[(ahead.place + (3 * ahead.width))])::double precision AS low_95,
    (forecast.bands[(ahead.place + (4 * ahead.width))])::double precision AS high_95
   FROM (ledger.forecast
     CROSS JOIN LATERAL ( SELECT (told.days)::integer AS days,
            (told.place)::integer AS place,
            cardinality(forecast.days_ahead) AS width
           FROM unnest(forecast.days_ahead) WITH ORDINALITY told(days, place)) ahead)
  WHERE (forecast.outcome = 'forecast'::text);


--
-- Name: VIEW forecast_path; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.forecast_path IS 'One row per night, series that was forecast and day that the forecast tells of: expected value and bands.';


--
-- Name: COLUMN forecast_path.day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.forecast_path.day IS 'The day that is forecast, days_ahead after the night.';


--
-- Name: growth_night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.growth_night AS
 SELECT growth_night.run_on,
    growth_night.series,
    growth_night.examined,
    growth_night.scored,
    growth_night.forecasts
   FROM ledger.growth_night;


--
-- Name: VIEW growth_night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.growth_night IS 'One row per night that forecast: how many series there were, were examined anew, gave scores, and were forecast.';


--
-- Name: growth_part; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.growth_part AS
 SELECT growth_part.run_on,
    growth_part.pool,
    growth_part.days,
    growth_part.dataset,
    growth_part.presence,
    growth_part.formerly,
    growth_part.volume,
    growth_part.namespace,
    growth_part.claim,
    growth_part.tasks,
    growth_part.data_bytes,
    growth_part.snapshot_bytes,
    growth_part.reserved_bytes,
    growth_part.unsplit_bytes,
    (((growth_part.data_bytes + growth_part.snapshot_bytes) + growth_part.reserved_bytes) + growth_part.unsplit_bytes) AS bytes
   FROM ledger.growth_part;


--
-- Name: VIEW growth_part; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.growth_part IS 'One row per night of a weekly run, pool, length of window and dataset whose own space changed: by how much, and whom it serves.';


--
-- Name: COLUMN growth_part.presence; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.growth_part.presence IS 'there on both nights; new; deleted; renamed: made at the same second under another name.';


--
-- Name: COLUMN growth_part.tasks; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.growth_part.tasks IS 'Periodic snapshot tasks that cover it.';


--
-- Name: COLUMN growth_part.unsplit_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.growth_part.unsplit_bytes IS 'All of its change, where it did not tell its parts on both nights.';


--
-- Name: growth_window; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.growth_window AS
 SELECT growth_window.run_on,
    growth_window.pool,
    growth_window.days,
    growth_window.unknown,
    growth_window.from_on,
    growth_window.to_on,
    growth_window.delta_bytes,
    growth_window.remainder_bytes,
    growth_window.remainder_reasons
   FROM ledger.growth_window;


--
-- Name: VIEW growth_window; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.growth_window IS 'One row per night of a weekly run, pool and length of window (7, 30): its change, and what no dataset accounts for.';


--
-- Name: COLUMN growth_window.remainder_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.growth_window.remainder_bytes IS 'delta_bytes less all bytes of mart.growth_part; the sum always holds.';


--
-- Name: history_day; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.history_day AS
 WITH span AS (
         SELECT origin.word AS origin,
            ( SELECT min(usage.day) AS min
                   FROM ledger.usage
                  WHERE ((usage.origin = origin.word) AND (usage.origin <> 'measured'::text))) AS first_day,
            ( SELECT max(usage.day) AS max
                   FROM ledger.usage
                  WHERE ((usage.origin = origin.word) AND (usage.origin <> 'measured'::text))) AS last_day
           FROM ( VALUES ('rebuilt'::text), ('prometheus'::text)) origin(word)
        UNION ALL
         SELECT 'measured'::text,
            ( SELECT min(usage.day) AS min
                   FROM ledger.usage) AS min,
            ( SELECT (min(run.run_on) - 1)
                   FROM ledger.run
                  WHERE run.absorbed)
        )
 SELECT span.origin,
    (known.day)::date AS day
   FROM ((span
     CROSS JOIN LATERAL generate_series((span.first_day)::timestamp with time zone, (span.last_day)::timestamp with time zone, '1 day'::interval) known(day))
     CROSS JOIN LATERAL ( SELECT
           FROM ledger.usage
          WHERE ((usage.day = (known.day)::date) AND (usage.origin = span.origin))
         LIMIT 1) told);


--
-- Name: VIEW history_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.history_day IS 'One row per origin (rebuilt, prometheus, measured) and day (UTC) without a night on which it tells of any object.';


--
-- Name: COLUMN history_day.origin; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.history_day.origin IS 'rebuilt from ZFS snapshots, asked of prometheus, or measured by a night before the first that the ledger still has.';


--
-- Name: COLUMN history_day.day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.history_day.day IS 'UTC day.';


--
-- Name: known_name; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.known_name AS
 SELECT object.source,
    object.kind,
    object.subject
   FROM ledger.object
  WHERE (object.kind <> ALL (ARRAY['snapshots'::text, 'matches'::text, 'volume-stats'::text]));


--
-- Name: VIEW known_name; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.known_name IS 'One row per object that was ever seen, but for single ZFS snapshots: what names there are.';


--
-- Name: namespace_growth; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.namespace_growth AS
 SELECT growth_part.run_on,
    growth_part.pool,
    growth_part.days,
    growth_part.namespace,
    count(*) AS datasets,
    (sum(growth_part.data_bytes))::bigint AS data_bytes,
    (sum(growth_part.snapshot_bytes))::bigint AS snapshot_bytes,
    (sum(growth_part.reserved_bytes))::bigint AS reserved_bytes,
    (sum(growth_part.unsplit_bytes))::bigint AS unsplit_bytes,
    (sum(growth_part.bytes))::bigint AS bytes
   FROM mart.growth_part
  GROUP BY growth_part.run_on, growth_part.pool, growth_part.days, growth_part.namespace;


--
-- Name: VIEW namespace_growth; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.namespace_growth IS 'One row per night of a weekly run, pool, length of window and namespace: what its datasets changed by together.';


--
-- Name: own_space; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.own_space AS
 SELECT space.run_on,
    space.subject,
    ((space.nas || '/pools/'::text) || space.pool) AS pool,
    (dataset.attributes ->> 'createdAt'::text) AS created_at,
    space.own_bytes,
        CASE
            WHEN (((space.data_bytes + space.snapshot_bytes) + space.reserved_bytes) = space.own_bytes) THEN space.data_bytes
            ELSE NULL::bigint
        END AS data_bytes,
    space.snapshot_bytes,
    space.reserved_bytes
   FROM (mart.dataset_space space
     JOIN mart.object dataset ON (((dataset.run_on = space.run_on) AND (dataset.kind = 'datasets'::text) AND (dataset.subject = space.subject))));


--
-- Name: VIEW own_space; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.own_space IS 'One row per night and dataset or zvol: its space without what lies inside it, and when it was made.';


--
-- Name: COLUMN own_space.created_at; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.own_space.created_at IS 'ISO 8601, as told: years that no calendar here knows are possible; null where the release does not tell.';


--
-- Name: COLUMN own_space.data_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.own_space.data_bytes IS 'Live data; null where not all parts were told, or they do not sum to own_bytes.';


--
-- Name: pinned_snapshot; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.pinned_snapshot AS
 WITH origin AS (
         SELECT object.run_on,
            object.source AS nas,
            (object.attributes ->> 'origin'::text) AS snapshot,
            array_agg(object.subject ORDER BY object.subject) AS clones
           FROM mart.object
          WHERE ((object.kind = 'datasets'::text) AND ((object.attributes ->> 'origin'::text) <> ''::text))
          GROUP BY object.run_on, object.source, (object.attributes ->> 'origin'::text)
        )
 SELECT origin.run_on,
    ((origin.nas || '/snapshots/'::text) || origin.snapshot) AS subject,
    ((origin.nas || '/datasets/'::text) || split_part(origin.snapshot, '@'::text, 1)) AS dataset,
    origin.clones,
    snapshot_usage.used_bytes,
    snapshot_usage.referenced_bytes,
    dataset_usage.snapshot_bytes AS dataset_snapshot_bytes
   FROM ((((origin
     LEFT JOIN ledger.object snapshot ON (((snapshot.kind = 'snapshots'::text) AND (snapshot.subject = ((origin.nas || '/snapshots/'::text) || origin.snapshot)))))
     LEFT JOIN ledger.snapshot_usage ON ((snapshot_usage.object_id = snapshot.object_id)))
     LEFT JOIN ledger.object dataset ON (((dataset.kind = 'datasets'::text) AND (dataset.subject = ((origin.nas || '/datasets/'::text) || split_part(origin.snapshot, '@'::text, 1))))))
     LEFT JOIN ledger.usage dataset_usage ON (((dataset_usage.object_id = dataset.object_id) AND (dataset_usage.day = origin.run_on) AND (dataset_usage.origin = 'measured'::text))));


--
-- Name: VIEW pinned_snapshot; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.pinned_snapshot IS 'One row per night and ZFS snapshot that clones stand on; its figures are the newest known.';


--
-- Name: COLUMN pinned_snapshot.clones; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pinned_snapshot.clones IS 'The datasets and zvols that were cloned from it.';


--
-- Name: COLUMN pinned_snapshot.used_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pinned_snapshot.used_bytes IS 'Space that neither another snapshot of its dataset nor its live data has.';


--
-- Name: COLUMN pinned_snapshot.dataset_snapshot_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pinned_snapshot.dataset_snapshot_bytes IS 'What all snapshots of its dataset hold together: it holds no more than that.';


--
-- Name: pool; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.pool AS
 WITH counts AS (
         SELECT object.run_on,
            object.source,
            object.pool,
            count(*) FILTER (WHERE (object.kind = 'datasets'::text)) AS datasets,
            count(*) FILTER (WHERE (object.kind = 'snapshots'::text)) AS snapshots
           FROM mart.object
          WHERE (object.kind = ANY (ARRAY['datasets'::text, 'snapshots'::text]))
          GROUP BY object.run_on, object.source, object.pool
        ), space AS (
         SELECT dataset.run_on,
            dataset.nas,
            dataset.pool,
            (sum(dataset.snapshot_bytes))::bigint AS snapshot_bytes
           FROM mart.dataset
          GROUP BY dataset.run_on, dataset.nas, dataset.pool
        )
 SELECT pool.run_on,
    pool.subject,
    pool.source AS nas,
    (pool.attributes ->> 'status'::text) AS status,
    root.used_bytes,
    root.available_bytes,
    space.snapshot_bytes,
    raw.capacity_bytes AS raw_size_bytes,
    COALESCE(counts.datasets, (0)::bigint) AS datasets,
    COALESCE(counts.snapshots, (0)::bigint) AS snapshots
   FROM ((((mart.object pool
     LEFT JOIN ledger.usage raw ON (((raw.object_id = pool.object_id) AND (raw.day = pool.run_on) AND (raw.origin = 'measured'::text))))
     LEFT JOIN mart.dataset root ON (((root.run_on = pool.run_on) AND (root.subject = ((pool.source || '/datasets/'::text) || pool.pool)))))
     LEFT JOIN counts ON (((counts.run_on = pool.run_on) AND (counts.source = pool.source) AND (counts.pool = pool.pool))))
     LEFT JOIN space ON (((space.run_on = pool.run_on) AND (space.nas = pool.source) AND (space.pool = pool.pool))))
  WHERE (pool.kind = 'pools'::text);


--
-- Name: VIEW pool; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.pool IS 'One row per night and pool; used and available are usable space.';


--
-- Name: pool_day; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.pool_day AS
 SELECT (known.day)::date AS day,
    pool.subject,
    pool.source AS nas,
    pool.pool,
    told.used_bytes,
    told.available_bytes,
    mart.bytes(((told.used_bytes)::numeric + (told.available_bytes)::numeric)) AS usable_bytes,
        CASE
            WHEN (((told.used_bytes)::numeric + (told.available_bytes)::numeric) > (0)::numeric) THEN (((told.used_bytes)::numeric / ((told.used_bytes)::numeric + (told.available_bytes)::numeric)))::double precision
            ELSE NULL::double precision
        END AS used_ratio
   FROM (((ledger.object pool
     JOIN ledger.object root ON (((root.kind = 'datasets'::text) AND (root.subject = ((pool.source || '/datasets/'::text) || pool.pool)))))
     CROSS JOIN generate_series((( SELECT min(usage.day) AS min
           FROM ledger.usage))::timestamp with time zone, (( SELECT max(usage.day) AS max
           FROM ledger.usage))::timestamp with time zone, '1 day'::interval) known(day))
     CROSS JOIN LATERAL ( SELECT usage.used_bytes,
            usage.available_bytes
           FROM ledger.usage
          WHERE ((usage.day = (known.day)::date) AND (usage.object_id = root.object_id) AND (usage.origin = 'measured'::text))
         OFFSET 0) told)
  WHERE (pool.kind = 'pools'::text);


--
-- Name: VIEW pool_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.pool_day IS 'One row per pool and day (UTC) on which it was measured: used, available and usable space, and how full it was.';


--
-- Name: COLUMN pool_day.usable_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pool_day.usable_bytes IS 'used and available of the root dataset: parity is left out.';


--
-- Name: COLUMN pool_day.used_ratio; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pool_day.used_ratio IS 'used of usable, 0 to 1: what capacity.warn-at and critical-at are compared with.';


--
-- Name: pool_forecast; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.pool_forecast AS
 SELECT night.run_on,
    told.subject,
    told.last_value AS used_bytes,
    told.capacity,
    told.p30,
    told.p90,
    told.earliest_on,
    told.likely_on,
    told.latest_on,
    told.order_by,
    told.growth_per_day
   FROM (ledger.growth_night night
     CROSS JOIN LATERAL ( SELECT forecast.subject,
            forecast.last_value,
            forecast.capacity,
            forecast.p30,
            forecast.p90,
            forecast.earliest_on,
            forecast.likely_on,
            forecast.latest_on,
            forecast.order_by,
            forecast.growth_per_day
           FROM ledger.forecast
          WHERE ((forecast.run_on = night.run_on) AND (forecast.kind = 'pool'::text) AND (forecast.subject IN ( SELECT object.subject
                   FROM ledger.object
                  WHERE (object.kind = 'pools'::text))))
         OFFSET 0) told);


--
-- Name: VIEW pool_forecast; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.pool_forecast IS 'One row per night that forecast, and pool: when it would be full, as that night saw it.';


--
-- Name: pool_ground; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.pool_ground AS
 SELECT DISTINCT forecast.run_on,
    forecast.pool,
    ground.kind,
    ground.subject
   FROM (ledger.forecast
     CROSS JOIN LATERAL ( VALUES ('cluster'::text,split_part(forecast.volume, '/'::text, 1)), ('namespace'::text,forecast.namespace), ('storage-class'::text,forecast.storage_class)) ground(kind, subject))
  WHERE ((forecast.kind = 'volume'::text) AND (forecast.pool IS NOT NULL) AND (ground.subject IS NOT NULL));


--
-- Name: VIEW pool_ground; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.pool_ground IS 'One row per night, pool, and cluster, namespace or StorageClass with volumes on it, as far as volumes are joined to datasets.';


--
-- Name: pool_space; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.pool_space AS
 SELECT dataset_space.run_on,
    ((dataset_space.nas || '/pools/'::text) || dataset_space.pool) AS subject,
    dataset_space.nas,
    dataset_space.pool,
    dataset_space.category,
    dataset_space.clusters,
    count(*) AS datasets,
    count(*) FILTER (WHERE (dataset_space.own_bytes IS NULL)) AS unknown_datasets,
    mart.bytes(sum(dataset_space.own_bytes)) AS own_bytes,
    mart.bytes(sum(dataset_space.data_bytes)) AS data_bytes,
    mart.bytes(sum(dataset_space.snapshot_bytes) FILTER (WHERE (dataset_space.data_bytes IS NOT NULL))) AS snapshot_bytes,
    mart.bytes(sum(dataset_space.reserved_bytes) FILTER (WHERE (dataset_space.data_bytes IS NOT NULL))) AS reserved_bytes
   FROM mart.dataset_space
  GROUP BY dataset_space.run_on, dataset_space.nas, dataset_space.pool, dataset_space.category, dataset_space.clusters;


--
-- Name: VIEW pool_space; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.pool_space IS 'One row per night, pool, category and clusters: own space of its datasets, which never counts twice.';


--
-- Name: COLUMN pool_space.unknown_datasets; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pool_space.unknown_datasets IS 'Of datasets, how many did not tell their size; they are in no sum.';


--
-- Name: COLUMN pool_space.own_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pool_space.own_bytes IS 'Sum of what is known. used of the root dataset less all of these is the remainder.';


--
-- Name: COLUMN pool_space.data_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.pool_space.data_bytes IS 'Of own_bytes, live data; where a dataset did not tell its parts, they are in own_bytes only.';


--
-- Name: promise; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.promise AS
 SELECT promise.run_on,
    promise.source,
    promise.promise,
    promise.terms,
    promise.datasets,
    promise.kept,
    promise.overdue,
    promise.unowned,
    promise.held,
    promise.future,
    promise.unparsable,
    promise.kubernetes,
    promise.undecided,
    promise.missing,
    promise.missing_severity,
    promise.too_many,
    (((((((promise.kept + promise.overdue) + promise.unowned) + promise.held) + promise.future) + promise.unparsable) + promise.kubernetes) + promise.undecided) AS snapshots,
    (((((promise.overdue + promise.unowned) + promise.held) + promise.future) + promise.missing) + promise.too_many) AS amiss,
    promise.holds_least_bytes,
    promise.holds_most_bytes,
    promise.overdue_least_bytes,
    promise.overdue_most_bytes,
    promise.notes
   FROM ledger.promise;


--
-- Name: VIEW promise; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.promise IS 'One row per night and policy, periodic snapshot task, replication task, or NAS with snapshots of nobody: what became of its snapshots.';


--
-- Name: COLUMN promise.source; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.promise.source IS 'policy (of the configuration), sanoid (a sanoid.conf), task (periodic snapshot task), replication (of its target), nobody.';


--
-- Name: COLUMN promise.promise; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.promise.promise IS 'Name of the policy, subject of the task, or name of the NAS.';


--
-- Name: COLUMN promise.amiss; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.promise.amiss IS 'Snapshots that are not as they should be, and those that are missing.';


--
-- Name: COLUMN promise.holds_least_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.promise.holds_least_bytes IS 'What its snapshots hold at least; most: at most, null when a dataset does not tell.';


--
-- Name: promise_period; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.promise_period AS
 SELECT promise_period.run_on,
    promise_period.source,
    promise_period.promise,
    promise_period.period,
    promise_period.begins_at,
    promise_period.present,
    promise_period.missing,
    promise_period.overdue,
    promise_period.unowned,
    promise_period.held
   FROM ledger.promise_period;


--
-- Name: VIEW promise_period; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.promise_period IS 'One row per promise of the newest night, length of period (1h, 1d, 1w, 1m) and one of the last periods: snapshots made in it by their state, and how many are missing.';


--
-- Name: proposal; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.proposal AS
 SELECT proposal.proposal_id,
    proposal.code,
    proposal.subject,
    proposal.state,
    proposal.stage,
    proposal.since,
    proposal.mode,
    proposal.plan,
    proposal.plan_hash,
    proposal.approvals,
    proposal.quarantined_at,
    proposal.reclaim_least,
    proposal.reclaim_most,
    proposal.change
   FROM ledger.proposal;


--
-- Name: VIEW proposal; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.proposal IS 'One row per cleanup proposal, as it stands now.';


--
-- Name: COLUMN proposal.stage; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.proposal.stage IS 'quarantine: access is taken away; destroy: the data go.';


--
-- Name: COLUMN proposal.plan; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.proposal.plan IS 'Its steps, each with what has to be read of its target, and what is in the way.';


--
-- Name: COLUMN proposal.plan_hash; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.proposal.plan_hash IS 'What an approval of its stage is for.';


--
-- Name: COLUMN proposal.reclaim_least; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.proposal.reclaim_least IS 'Bytes that are freed at least once all of it is done; null: not known.';


--
-- Name: COLUMN proposal.reclaim_most; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.proposal.reclaim_most IS 'The same, at most.';


--
-- Name: proposal_event; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.proposal_event AS
 SELECT proposal_event.proposal_id,
    proposal_event.place,
    proposal_event.at,
    proposal_event.actor,
    proposal_event.channel,
    proposal_event.from_state,
    proposal_event.to_state,
    proposal_event.stage,
    proposal_event.plan_hash,
    proposal_event.note
   FROM ledger.proposal_event;


--
-- Name: VIEW proposal_event; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.proposal_event IS 'One row per change of state of a proposal: who, when, from where, why, for which plan.';


--
-- Name: proposal_night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.proposal_night AS
 SELECT night.run_on,
    night.proposal_id,
    proposal.code,
    proposal.subject,
    night.state,
    night.stage,
    night.mode,
    night.plan_hash,
    night.steps,
    night.blocked_by,
    night.reclaim_least,
    night.reclaim_most
   FROM (ledger.proposal_night night
     JOIN ledger.proposal USING (proposal_id));


--
-- Name: VIEW proposal_night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.proposal_night IS 'One row per night and proposal that was open on it or ended on it, as that night left it.';


--
-- Name: COLUMN proposal_night.blocked_by; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.proposal_night.blocked_by IS 'What was in the way, in words.';


--
-- Name: proposal_review; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.proposal_review AS
 SELECT proposal_review.run_on,
    proposal_review.findings,
    proposal_review.made,
    proposal_review.withheld,
    proposal_review.why
   FROM ledger.proposal_review;


--
-- Name: VIEW proposal_review; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.proposal_review IS 'One row per night that looked at proposals: how many findings it planned for, how many proposals it made and withheld, and why.';


--
-- Name: proposal_step; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.proposal_step AS
 SELECT proposal_step.proposal_id,
    proposal_step.plan_hash,
    proposal_step.place,
    proposal_step.stage,
    proposal_step.action,
    proposal_step.target,
    proposal_step.outcome,
    proposal_step.began_at,
    proposal_step.ended_at,
    proposal_step.note
   FROM ledger.proposal_step;


--
-- Name: VIEW proposal_step; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.proposal_step IS 'One row per step that a cleanup has begun, and how it ended.';


--
-- Name: protection; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.protection AS
 SELECT protection.run_on,
    protection.claim,
    split_part(protection.claim, '/'::text, 1) AS cluster,
    ((split_part(protection.claim, '/'::text, 1) || '/namespaces/'::text) || split_part(protection.claim, '/'::text, 3)) AS namespace,
    protection.storage_class,
    protection.dataset,
    protection.verdict,
    protection.on_snapshots,
    protection.on_elsewhere,
    protection.reason,
    protection.rpo_seconds,
    protection.replica_rpo_seconds,
    protection.asked,
    protection.asked_by,
    protection.snapshot_at,
    protection.task_snapshot_at,
    protection.volume_snapshot_at,
    protection.elsewhere_at,
    protection.elsewhere_how,
    protection.elsewhere_by,
    protection.elsewhere_where,
    protection.tasks,
    protection.routes
   FROM ledger.protection;


--
-- Name: VIEW protection; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.protection IS 'One row per night and bound claim that may be on a TrueNAS: its newest copies against its RPO. Of nights more than 8 days before the newest only what is late, never protected or unknown.';


--
-- Name: COLUMN protection.verdict; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.verdict IS 'protected: a copy is young enough; late: the newest is too old, or none is elsewhere where one is asked for; never: no copy; unknown: it cannot be said; not-asked: opted out, or too young.';


--
-- Name: COLUMN protection.on_snapshots; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.on_snapshots IS 'The same of snapshots and backups alone; on_elsewhere: of replicas and backups.';


--
-- Name: COLUMN protection.rpo_seconds; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.rpo_seconds IS 'How old the newest snapshot or backup may be; null: nothing is asked.';


--
-- Name: COLUMN protection.replica_rpo_seconds; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.replica_rpo_seconds IS 'How old the newest copy elsewhere may be; null: none is asked for.';


--
-- Name: COLUMN protection.asked; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.asked IS 'Whether a rule or the claim itself asks; false: it is only the default.';


--
-- Name: COLUMN protection.snapshot_at; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.snapshot_at IS 'ZFS creation of the newest snapshot of its dataset, whoever made it.';


--
-- Name: COLUMN protection.task_snapshot_at; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.task_snapshot_at IS 'The same of those that an enabled periodic task would have named.';


--
-- Name: COLUMN protection.volume_snapshot_at; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.volume_snapshot_at IS 'The same of those of VolumeSnapshots that are ready.';


--
-- Name: COLUMN protection.elsewhere_at; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.elsewhere_at IS 'The instant that the newest copy elsewhere is of.';


--
-- Name: COLUMN protection.elsewhere_how; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.elsewhere_how IS 'measured: the newest snapshot that source and target have in common; backup: an add-on names the claim; told: the task says that it finished.';


--
-- Name: COLUMN protection.tasks; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.tasks IS 'Enabled periodic snapshot tasks that cover its dataset.';


--
-- Name: COLUMN protection.routes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.protection.routes IS 'Enabled replication tasks that send its dataset.';


--
-- Name: protection_night; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.protection_night AS
 SELECT protection_night.run_on,
    protection_night.namespace,
    protection_night.protected,
    protection_night.late,
    protection_night.never,
    protection_night.unknown,
    protection_night.not_asked
   FROM ledger.protection_night;


--
-- Name: VIEW protection_night; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.protection_night IS 'One row per night and namespace: how many of its claims stand how against their RPO.';


--
-- Name: removal; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.removal AS
 SELECT run.run_on,
    removal.run_id,
    removal.place,
    removal.what,
    removal.before_on,
    removal.removed
   FROM (ledger.removal
     JOIN ledger.run USING (run_id));


--
-- Name: VIEW removal; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.removal IS 'One row per run of housekeeping and kind of rows that it looked at: how many were too old to be kept.';


--
-- Name: COLUMN removal.run_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.removal.run_on IS 'The night that ages were counted from.';


--
-- Name: COLUMN removal.place; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.removal.place IS 'The order in which they are told.';


--
-- Name: COLUMN removal.what; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.removal.what IS 'The table of the ledger, and what of it where that is not all of its rows.';


--
-- Name: COLUMN removal.before_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.removal.before_on IS 'Only what is of an earlier day than this could be removed.';


--
-- Name: retention_snapshot; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.retention_snapshot AS
 SELECT retention_snapshot.run_on,
    retention_snapshot.subject,
    retention_snapshot.state,
    retention_snapshot.reasons,
    retention_snapshot.remove_at
   FROM ledger.retention_snapshot;


--
-- Name: VIEW retention_snapshot; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.retention_snapshot IS 'One row per ZFS snapshot of the newest night that is neither kept nor a CSI driver''s: its state and why.';


--
-- Name: run; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.run AS
 SELECT run.run_id,
    run.job,
    run.run_on,
    run.attempt,
    run.status,
    run.origin,
    run.version,
    run.policy,
    run.started_at,
    run.finished_at,
    run.captured_at,
    run.verdict,
    run.score
   FROM ledger.run;


--
-- Name: VIEW run; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.run IS 'One row per attempt at one job for one night.';


--
-- Name: run_step; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.run_step AS
 SELECT run.run_id,
    run.job,
    run.run_on,
    run.attempt,
    told.job_execution_id AS execution,
    step.step_execution_id AS place,
    split_part((step.step_name)::text, ':'::text, 1) AS step,
    NULLIF(split_part((step.step_name)::text, ':'::text, 2), ''::text) AS source,
    lower((step.status)::text) AS status,
    step.write_count AS written,
    ((EXTRACT(epoch FROM (step.end_time - step.start_time)) * (1000)::numeric))::bigint AS millis
   FROM ((( SELECT batch_job_execution_params.job_execution_id,
                CASE
                    WHEN ((batch_job_execution_params.parameter_name)::text = 'run'::text) THEN (batch_job_execution_params.parameter_value)::bigint
                    ELSE NULL::bigint
                END AS run_id
           FROM batch.batch_job_execution_params
          WHERE ((batch_job_execution_params.parameter_name)::text = 'run'::text)) told
     JOIN ledger.run ON ((run.run_id = told.run_id)))
     JOIN batch.batch_step_execution step ON ((step.job_execution_id = told.job_execution_id)));


--
-- Name: VIEW run_step; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.run_step IS 'One row per run, execution of it and step: how it ended and how long it took. A resumed run has several executions.';


--
-- Name: COLUMN run_step.execution; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.run_step.execution IS 'Larger is later; a run that was killed and resumed has more than one.';


--
-- Name: COLUMN run_step.place; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.run_step.place IS 'The order in which steps began.';


--
-- Name: COLUMN run_step.source; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.run_step.source IS 'Of the parts of the step capture: which cluster or NAS was read.';


--
-- Name: COLUMN run_step.millis; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.run_step.millis IS 'null: not ended.';


--
-- Name: runway; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.runway AS
 SELECT runway.run_on,
    runway.kind,
    runway.subject,
    runway.used_bytes,
    runway.capacity_bytes,
    runway.growth_per_day,
    runway.outlook,
    runway.reason,
    runway.p7,
    runway.p30,
    runway.p90,
    runway.warn_earliest_on,
    runway.warn_likely_on,
    runway.warn_latest_on,
    runway.critical_earliest_on,
    runway.critical_likely_on,
    runway.critical_latest_on,
    runway.full_earliest_on,
    runway.full_likely_on,
    runway.full_latest_on,
    runway.order_by,
    runway.severity,
    runway.pools,
    runway.soonest
   FROM ledger.runway;


--
-- Name: VIEW runway; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.runway IS 'One row per night of a weekly run and pool, NAS, cluster, namespace or StorageClass: how long there is room.';


--
-- Name: COLUMN runway.run_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.run_on IS 'The night whose values and forecasts it rests on.';


--
-- Name: COLUMN runway.used_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.used_bytes IS 'Of a NAS the sum of its pools, of a cluster of its namespaces; null: a part of it is not known.';


--
-- Name: COLUMN runway.capacity_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.capacity_bytes IS 'null also for what has no limit of its own.';


--
-- Name: COLUMN runway.growth_per_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.growth_per_day IS 'Bytes, of the expected path over 30 days.';


--
-- Name: COLUMN runway.outlook; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.outlook IS 'full already; fills: perhaps; never: under 5 % within the horizon; unknown. Of what is no pool: that of the soonest pool.';


--
-- Name: COLUMN runway.p7; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.p7 IS 'Probability, 0 to 1, of being full within 7 days; p30 and p90 likewise.';


--
-- Name: COLUMN runway.warn_earliest_on; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.warn_earliest_on IS 'First day on which the upper end of the 80 % band is at capacity.warn-at; likely: the expected path; latest: the lower end.';


--
-- Name: COLUMN runway.order_by; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.order_by IS 'full_earliest_on less the lead time of new capacity; may be past.';


--
-- Name: COLUMN runway.pools; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.pools IS 'What it rests on.';


--
-- Name: COLUMN runway.soonest; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.runway.soonest IS 'The pool whose dates these are.';


--
-- Name: scenario; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.scenario AS
 SELECT scenario.run_on,
    scenario.pool,
    scenario.place,
    scenario.name,
    scenario.assumption,
    scenario.unknown,
    scenario.full_earliest_on,
    scenario.full_likely_on,
    scenario.full_latest_on,
    scenario.order_by,
    scenario.horizon_days
   FROM ledger.scenario;


--
-- Name: VIEW scenario; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.scenario IS 'One row per night of a weekly run, pool and scenario: when the pool would be full, or why that is not known.';


--
-- Name: COLUMN scenario.horizon_days; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.scenario.horizon_days IS 'How far ahead was looked; days not reached by then are null.';


--
-- Name: series_day; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.series_day AS
 SELECT usage.day,
    object.subject,
    measure.word AS measure,
    measure.amount AS value,
    usage.origin
   FROM ((ledger.usage
     JOIN ledger.object USING (object_id))
     CROSS JOIN LATERAL ( VALUES ('live'::text,usage.referenced_bytes), ('used'::text,usage.used_bytes)) measure(word, amount))
  WHERE ((object.kind = 'datasets'::text) AND (measure.amount IS NOT NULL) AND (object.subject <> ((object.source || '/datasets/'::text) || object.pool)))
UNION ALL
 SELECT usage.day,
    ((object.source || '/pools/'::text) || object.pool) AS subject,
    'used'::text AS measure,
    usage.used_bytes AS value,
    usage.origin
   FROM (ledger.usage
     JOIN ledger.object USING (object_id))
  WHERE ((object.kind = 'datasets'::text) AND (usage.used_bytes IS NOT NULL) AND (object.subject = ((object.source || '/datasets/'::text) || object.pool)))
UNION ALL
 SELECT claim_history.day,
    claim_history.subject,
    'filled'::text AS measure,
    claim_history.used_bytes AS value,
    claim_history.origin
   FROM mart.claim_history
  WHERE (claim_history.used_bytes IS NOT NULL)
UNION ALL
 SELECT tally.day,
    tally.subject,
    tally.measure,
    tally.value,
    'measured'::text AS origin
   FROM ledger.tally
  WHERE (tally.value IS NOT NULL);


--
-- Name: VIEW series_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.series_day IS 'One row per series and day (UTC) of which its value is known; a day that is not known has no row.';


--
-- Name: COLUMN series_day.subject; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.series_day.subject IS 'nas1/datasets/…, nas1/pools/tank, prod-a/persistentvolumeclaims/…, prod-a/namespaces/…, prod-a/storageclasses/…, prod-a, nas1.';


--
-- Name: COLUMN series_day.measure; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.series_day.measure IS 'live: data without snapshots and children; used: with them; filled: what the file system of a claim says (all bytes); snapshots, volumes: how many.';


--
-- Name: COLUMN series_day.value; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.series_day.value IS 'Bytes, or a number.';


--
-- Name: COLUMN series_day.origin; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.series_day.origin IS 'measured by a night; rebuilt from a ZFS snapshot; prometheus: asked of it later.';


--
-- Name: series_pattern; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.series_pattern AS
 SELECT series_pattern.found_on,
    series_pattern.subject,
    series_pattern.measure,
    series_pattern.pattern,
    series_pattern.day,
    series_pattern.size,
    series_pattern.evidence
   FROM ledger.series_pattern;


--
-- Name: VIEW series_pattern; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.series_pattern IS 'One row per series, night that looked at it, pattern and day: weekly-cycle, release-period, rise-period, step, slope-change, saturation, glitch.';


--
-- Name: snapshot_growth; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.snapshot_growth AS
 SELECT growth_part.run_on,
    growth_part.pool,
    growth_part.days,
    growth_part.tasks,
    count(*) AS datasets,
    (sum(growth_part.snapshot_bytes))::bigint AS snapshot_bytes
   FROM mart.growth_part
  WHERE (growth_part.snapshot_bytes <> 0)
  GROUP BY growth_part.run_on, growth_part.pool, growth_part.days, growth_part.tasks;


--
-- Name: VIEW snapshot_growth; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.snapshot_growth IS 'One row per night of a weekly run, pool, length of window and set of periodic snapshot tasks: what the snapshots of the datasets they cover changed by.';


--
-- Name: snapshot_holding; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.snapshot_holding AS
 SELECT snapshot_holding.run_on,
    snapshot_holding.subject,
    snapshot_holding.kind,
    snapshot_holding.datasets,
    snapshot_holding.snapshots,
    snapshot_holding.held_bytes
   FROM ledger.snapshot_holding;


--
-- Name: VIEW snapshot_holding; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.snapshot_holding IS 'One row per night and pool, periodic snapshot task or namespace: its datasets, how many snapshots they have, and what those hold.';


--
-- Name: COLUMN snapshot_holding.snapshots; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.snapshot_holding.snapshots IS 'Of a task only those that bear a name it gives; else all.';


--
-- Name: COLUMN snapshot_holding.held_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.snapshot_holding.held_bytes IS 'What all snapshots of these datasets hold together (usedbysnapshots), also those of other tasks; null: a dataset did not tell.';


--
-- Name: snapshot_task; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.snapshot_task AS
 SELECT object.run_on,
    object.source AS nas,
    object.subject,
    object.attributes
   FROM mart.object
  WHERE (object.kind = 'snapshot-tasks'::text);


--
-- Name: VIEW snapshot_task; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.snapshot_task IS 'One row per night and periodic snapshot task, as TrueNAS tells it.';


--
-- Name: snapshot_trend; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.snapshot_trend AS
 WITH night AS (
         SELECT dataset_retention.run_on,
            dataset_retention.dataset AS subject,
            (dataset_retention.snapshots)::bigint AS snapshots
           FROM mart.dataset_retention
        UNION ALL
         SELECT dataset_retention.run_on,
            split_part(dataset_retention.dataset, '/'::text, 1) AS split_part,
            sum(dataset_retention.snapshots) AS sum
           FROM mart.dataset_retention
          GROUP BY dataset_retention.run_on, (split_part(dataset_retention.dataset, '/'::text, 1))
        )
 SELECT night.run_on,
    night.subject,
    night.snapshots,
    usage.snapshot_bytes AS held_bytes,
    forecast.growth_per_day,
    forecast.bands[array_position((forecast.days_ahead)::integer[], 90)] AS expected_90,
    forecast.likely_on
   FROM ((night
     LEFT JOIN mart.dataset_history usage ON (((usage.subject = night.subject) AND (usage.day = night.run_on) AND (usage.origin = 'measured'::text))))
     LEFT JOIN mart.forecast ON (((forecast.run_on = night.run_on) AND (forecast.subject = night.subject) AND (forecast.measure = 'snapshots'::text) AND (forecast.outcome = 'forecast'::text))));


--
-- Name: VIEW snapshot_trend; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.snapshot_trend IS 'One row per night and dataset with snapshots, or NAS as a whole: how many there are, what they hold, and how many are expected.';


--
-- Name: COLUMN snapshot_trend.held_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.snapshot_trend.held_bytes IS 'What only the snapshots of the dataset hold (usedbysnapshots); null: not told, or a NAS.';


--
-- Name: COLUMN snapshot_trend.growth_per_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.snapshot_trend.growth_per_day IS 'Snapshots a day on the expected path; null: not forecast, as of datasets with few.';


--
-- Name: COLUMN snapshot_trend.expected_90; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.snapshot_trend.expected_90 IS 'How many are expected in 90 days; null: not forecast.';


--
-- Name: source; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.source AS
 SELECT night.run_on,
    source.name,
    source.side,
    COALESCE(identity.identity, ''::text) AS identity,
    COALESCE((system.attributes ->> 'version'::text), ''::text) AS version,
    source.api,
    source.calls,
    source.remarks
   FROM (((mart.night
     JOIN ledger.source USING (run_id))
     LEFT JOIN mart.object system ON (((system.run_on = night.run_on) AND (system.kind = ANY (ARRAY['system'::text, 'version'::text])) AND (system.subject = source.name))))
     LEFT JOIN LATERAL ( SELECT COALESCE((object.attributes ->> 'hostId'::text), (object.attributes ->> 'uid'::text)) AS identity
           FROM mart.object
          WHERE ((object.run_on = night.run_on) AND (object.source = source.name) AND ((object.kind = 'host-id'::text) OR (object.subject = (source.name || '/namespaces/kube-system'::text))))
         LIMIT 1) identity ON (true));


--
-- Name: VIEW source; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.source IS 'One row per night and registered cluster or NAS, with identity, release and how it was reached.';


--
-- Name: source_cost; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.source_cost AS
 SELECT source_cost.run_on,
    source_cost.source,
    source_cost.code,
    source_cost.severity,
    source_cost.findings,
    source_cost.points
   FROM ledger.source_cost;


--
-- Name: VIEW source_cost; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.source_cost IS 'One row per night, source, code and severity: what these findings take off the score, in points of 100.';


--
-- Name: source_score; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.source_score AS
 SELECT score.run_on,
    score.source,
    score.side,
    score.score,
    score.grade,
    (score.score - before.score) AS delta,
        CASE
            WHEN (score.score IS NOT NULL) THEN before.run_on
            ELSE NULL::date
        END AS compared_with,
    score.objects,
    score.unjudged
   FROM (ledger.source_score score
     LEFT JOIN LATERAL ( SELECT earlier.run_on,
            earlier.score
           FROM ledger.source_score earlier
          WHERE ((earlier.source = score.source) AND (earlier.run_on < score.run_on) AND (earlier.score IS NOT NULL))
          ORDER BY earlier.run_on DESC
         LIMIT 1) before ON (true));


--
-- Name: VIEW source_score; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.source_score IS 'One row per night and registered cluster or NAS: score, grade and change since its last night with a score.';


--
-- Name: tally_day; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.tally_day AS
 SELECT tally.day,
    tally.subject,
    tally.measure,
    tally.value,
    tally.parts
   FROM ledger.tally
  WHERE (tally.value IS NOT NULL);


--
-- Name: VIEW tally_day; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.tally_day IS 'One row per day (UTC), subject and measure: bytes used by a namespace or StorageClass, number of volumes or snapshots.';


--
-- Name: task_retention; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.task_retention AS
 SELECT task_retention.run_on,
    task_retention.task,
    task_retention.terms,
    task_retention.enabled,
    task_retention.datasets,
    task_retention.owned,
    task_retention.orphaned,
    task_retention.next_run_at,
    task_retention.problems,
    task_retention.remarks
   FROM ledger.task_retention;


--
-- Name: VIEW task_retention; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.task_retention IS 'One row per night and periodic snapshot task: what it covers and owns, and why it does nothing.';


--
-- Name: unjudged_retention; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.unjudged_retention AS
 SELECT capture.run_on,
    capture.source AS nas,
    array_agg(capture.kind ORDER BY capture.kind) AS kinds
   FROM mart.capture
  WHERE ((capture.kind = ANY (ARRAY['nas'::text, 'datasets'::text, 'snapshots'::text, 'snapshot-tasks'::text])) AND (capture.status <> 'complete'::text))
  GROUP BY capture.run_on, capture.source;


--
-- Name: VIEW unjudged_retention; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.unjudged_retention IS 'One row per night and NAS of whose snapshots nothing is said, as these lists of it were not read whole.';


--
-- Name: volume_space; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.volume_space AS
 WITH owner AS (
         SELECT volume_1.run_on,
            volume_1.subject,
            volume_1.cluster,
            volume_1.claim,
            volume_1.driver,
            volume_1.storage_class,
            volume_1.phase,
            volume_1.confidence,
            volume_1.dataset,
            volume_1.capacity_bytes,
                CASE
                    WHEN (volume_1.confidence = ANY (ARRAY['confirmed'::text, 'probable'::text])) THEN volume_1.dataset
                    ELSE NULL::text
                END AS owned_dataset
           FROM mart.volume volume_1
        ), pinned AS (
         SELECT pinned_snapshot.run_on,
            pinned_snapshot.dataset,
            count(*) AS snapshots,
            sum(cardinality(pinned_snapshot.clones)) AS clones,
                CASE
                    WHEN (count(*) = count(pinned_snapshot.used_bytes)) THEN sum(pinned_snapshot.used_bytes)
                    ELSE NULL::numeric
                END AS unique_bytes,
                CASE
                    WHEN (count(*) = count(pinned_snapshot.referenced_bytes)) THEN sum(pinned_snapshot.referenced_bytes)
                    ELSE NULL::numeric
                END AS referenced_bytes
           FROM mart.pinned_snapshot
          GROUP BY pinned_snapshot.run_on, pinned_snapshot.dataset
        )
 SELECT volume.run_on,
    volume.subject,
    volume.cluster,
    volume.claim,
    volume.driver,
    volume.storage_class,
    volume.phase,
    volume.confidence,
    volume.dataset,
    volume.capacity_bytes,
    space.subject AS owned_dataset,
    ((space.nas || '/pools/'::text) || space.pool) AS pool,
    space.type,
        CASE
            WHEN (space.origin IS NOT NULL) THEN ((space.nas || '/snapshots/'::text) || space.origin)
            ELSE NULL::text
        END AS origin,
    space.limit_bytes,
        CASE
            WHEN (space.subject IS NOT NULL) THEN COALESCE(space.limit_bytes, volume.capacity_bytes)
            ELSE NULL::bigint
        END AS provisioned_bytes,
    space.used_bytes,
    space.data_bytes,
    space.snapshot_bytes,
    space.children_bytes,
    space.reserved_bytes,
    space.referenced_bytes,
    COALESCE(pinned.snapshots, (0)::bigint) AS pinned_snapshots,
    COALESCE(pinned.clones, (0)::bigint) AS clones,
    mart.bytes(pinned.unique_bytes) AS pinned_unique_bytes,
    mart.bytes(pinned.referenced_bytes) AS pinned_referenced_bytes
   FROM ((owner volume
     LEFT JOIN mart.dataset_space space ON (((space.run_on = volume.run_on) AND (space.subject = volume.owned_dataset))))
     LEFT JOIN pinned ON (((pinned.run_on = space.run_on) AND (pinned.dataset = space.subject))));


--
-- Name: VIEW volume_space; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.volume_space IS 'One row per night and PersistentVolume: the space of the dataset or zvol it owns; null where it owns none.';


--
-- Name: COLUMN volume_space.owned_dataset; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.volume_space.owned_dataset IS 'The dataset, when the volume owns it beyond or nearly beyond doubt (confirmed or probable).';


--
-- Name: COLUMN volume_space.provisioned_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.volume_space.provisioned_bytes IS 'What it may fill: volsize, refquota or quota, else its capacity.';


--
-- Name: COLUMN volume_space.pinned_snapshots; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.volume_space.pinned_snapshots IS 'Snapshots of its dataset that clones stand on.';


--
-- Name: COLUMN volume_space.pinned_unique_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.volume_space.pinned_unique_bytes IS 'Sum of used over these: what they hold is at least that.';


--
-- Name: COLUMN volume_space.pinned_referenced_bytes; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON COLUMN mart.volume_space.pinned_referenced_bytes IS 'Sum of referenced over these: what they hold is at most that, and at most snapshot_bytes.';


--
-- Name: withheld; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.withheld AS
 SELECT night.run_on,
    withheld.kind,
    withheld.part,
    withheld.reason,
    withheld.code,
    withheld.subjects,
    withheld.first_subjects
   FROM (mart.night
     JOIN ledger.withheld USING (run_id));


--
-- Name: VIEW withheld; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.withheld IS 'One row per night, part of the inventory that was held or incomplete, and code: what was not said for want of it.';


--
-- Name: zfs_snapshot; Type: VIEW; Schema: mart; Owner: -
--

CREATE VIEW mart.zfs_snapshot AS
 SELECT snapshot.run_on,
    snapshot.subject,
    snapshot.source AS nas,
    snapshot.pool,
    ((snapshot.attributes ->> 'createdAt'::text))::timestamp with time zone AS created_at,
    usage.used_bytes,
    usage.referenced_bytes
   FROM (mart.object snapshot
     LEFT JOIN ledger.snapshot_usage usage USING (object_id))
  WHERE (snapshot.kind = 'snapshots'::text);


--
-- Name: VIEW zfs_snapshot; Type: COMMENT; Schema: mart; Owner: -
--

COMMENT ON VIEW mart.zfs_snapshot IS 'One row per night and ZFS snapshot; its figures are the newest known.';


--
-- Name: finding_scope; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.finding_scope (
    run_id bigint NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    facts jsonb NOT NULL
);


--
-- Name: TABLE finding_scope; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.finding_scope IS 'One row per run, code and subject of a verdict: cluster, NAS, namespace, claim, class, dataset and labels, as far as they are known.';


--
-- Name: held; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.held (
    run_id bigint NOT NULL,
    part text NOT NULL,
    reason text NOT NULL
);


--
-- Name: TABLE held; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.held IS 'One row per run and part of the inventory that is not believed tonight though it was read whole.';


--
-- Name: object; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.object (
    run_id bigint NOT NULL,
    source text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    attributes jsonb NOT NULL,
    usage jsonb,
    by_name boolean DEFAULT false NOT NULL
);


--
-- Name: TABLE object; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.object IS 'One row per run and captured object. attributes: what rarely changes; usage: what changes nightly.';


--
-- Name: COLUMN object.kind; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.object.kind IS 'The plural in the subject, or matches for what the join said of the subject.';


--
-- Name: COLUMN object.by_name; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.object.by_name IS 'Whether the source told its name only; the rest is what the ledger remembers, if it does.';


--
-- Name: ruling; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.ruling (
    run_id bigint NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    exemption text,
    remark text,
    severity text,
    exceptions integer[] NOT NULL,
    CONSTRAINT ruling_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text])))
);


--
-- Name: TABLE ruling; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.ruling IS 'One row per run, code and subject of which the exceptions and severities of the configuration say something.';


--
-- Name: COLUMN ruling.exceptions; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.ruling.exceptions IS 'Places, from 0, of the exceptions that cover it, expired ones included.';


--
-- Name: series; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.series (
    run_id bigint NOT NULL,
    series_no integer NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    measure text NOT NULL,
    object_id bigint,
    source text NOT NULL,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    capacity bigint,
    capacity_of text,
    first_on date NOT NULL,
    rebuilt_counts boolean NOT NULL,
    forecast boolean NOT NULL,
    slot smallint NOT NULL,
    due boolean DEFAULT true NOT NULL,
    CONSTRAINT series_check CHECK (((capacity IS NULL) = (capacity_of IS NULL))),
    CONSTRAINT series_slot_check CHECK (((slot >= 0) AND (slot <= 6)))
);


--
-- Name: TABLE series; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.series IS 'One row per run and series that exists on its night: what is measured of which subject, and whom it serves.';


--
-- Name: COLUMN series.object_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.series.object_id IS 'Whose rows of ledger.usage are its values; null: they are in ledger.tally.';


--
-- Name: COLUMN series.first_on; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.series.first_on IS 'Values before this day are of an earlier object of that name, or too old to matter.';


--
-- Name: COLUMN series.rebuilt_counts; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.series.rebuilt_counts IS 'Whether rebuilt days may be joined to measured ones; not so for clones, whose measured days may leave out what they share.';


--
-- Name: COLUMN series.slot; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.series.slot IS 'The day of the week, counted from anywhere, on which it is examined anew.';


--
-- Name: COLUMN series.due; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.series.due IS 'Whether it is examined on this night.';


--
-- Name: verdict; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.verdict (
    run_id bigint NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    reclaimable_bytes bigint,
    evidence text[] NOT NULL,
    exemption text,
    gap_kind text,
    gap_part text,
    gap_reason text,
    cause text,
    cause_evidence text,
    severity text,
    CONSTRAINT cause_has_evidence CHECK (((cause IS NULL) = (cause_evidence IS NULL))),
    CONSTRAINT verdict_check CHECK (((gap_kind IS NULL) = (gap_reason IS NULL))),
    CONSTRAINT verdict_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'warning'::text, 'info'::text])))
);


--
-- Name: TABLE verdict; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.verdict IS 'One row per run, code and subject a rule spoke about: a candidate, or with gap_* an undecided one.';


--
-- Name: COLUMN verdict.cause; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.verdict.cause IS 'Probable cause, as a word; null when nothing shows it.';


--
-- Name: COLUMN verdict.cause_evidence; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.verdict.cause_evidence IS 'What the cause rests on, one sentence.';


--
-- Name: COLUMN verdict.severity; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.verdict.severity IS 'How bad it is, as critical, warning or info; null for what the catalogue says of the code.';


--
-- Name: finding_night_202602; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding_night ATTACH PARTITION ledger.finding_night_202602 FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');


--
-- Name: forecast_202602; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.forecast ATTACH PARTITION ledger.forecast_202602 FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');


--
-- Name: usage_202511; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.usage ATTACH PARTITION ledger.usage_202511 FOR VALUES FROM ('2025-11-01') TO ('2025-12-01');


--
-- Name: usage_202602; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.usage ATTACH PARTITION ledger.usage_202602 FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');


--
-- Data for Name: batch_job_execution; Type: TABLE DATA; Schema: batch; Owner: -
--

COPY batch.batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message, last_updated) FROM stdin;
1	3	1	2026-11-27 05:12:14.319598	2026-11-27 05:12:14.330736	2026-11-27 05:12:19.661541	COMPLETED	COMPLETED		2026-11-27 05:12:19.665335
2	3	2	2026-11-27 05:12:20.415221	2026-11-27 05:12:20.429715	2026-11-27 05:12:25.562262	COMPLETED	COMPLETED		2026-11-27 05:12:25.563081
\.


--
-- Data for Name: batch_job_execution_context; Type: TABLE DATA; Schema: batch; Owner: -
--

COPY batch.batch_job_execution_context (job_execution_id, short_context, serialized_context) FROM stdin;
1	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==	\N
2	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAABdAANYmF0Y2gudmVyc2lvbnQABTYuMC42eA==	\N
\.


--
-- Data for Name: batch_job_execution_params; Type: TABLE DATA; Schema: batch; Owner: -
--

COPY batch.batch_job_execution_params (job_execution_id, parameter_name, parameter_type, parameter_value, identifying) FROM stdin;
1	date	java.time.LocalDate	2026-02-09	Y
1	telling	java.lang.String	ONCE	N
1	formats	java.lang.String	html, pdf, json	N
1	capturedAt	java.lang.String	2026-02-09T02:00:00Z	N
1	run	java.lang.Long	1	N
1	from	java.lang.String	/estates/estate-32026-02-09	N
1	attempt	java.lang.Long	1	Y
1	demo	java.lang.String	false	N
1	version	java.lang.String	development	N
1	out	java.lang.String	/estates/ledger_3/out	N
2	date	java.time.LocalDate	2026-02-10	Y
2	telling	java.lang.String	ONCE	N
2	formats	java.lang.String	html, pdf, json	N
2	capturedAt	java.lang.String	2026-02-10T02:00:00Z	N
2	run	java.lang.Long	2	N
2	from	java.lang.String	/estates/estate-32026-02-10	N
2	attempt	java.lang.Long	1	Y
2	demo	java.lang.String	false	N
2	version	java.lang.String	development	N
2	out	java.lang.String	/estates/ledger_3/out	N
\.


--
-- Data for Name: batch_job_instance; Type: TABLE DATA; Schema: batch; Owner: -
--

COPY batch.batch_job_instance (job_instance_id, version, job_name, job_key) FROM stdin;
1	0	nightly	8862796e43445878c01e096f5930b66b
2	0	nightly	702051741a25c173843fa6f0da1524a5
\.


--
-- Data for Name: batch_step_execution; Type: TABLE DATA; Schema: batch; Owner: -
--

COPY batch.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, start_time, end_time, status, commit_count, read_count, filter_count, write_count, read_skip_count, write_skip_count, process_skip_count, rollback_count, exit_code, exit_message, last_updated) FROM stdin;
15	4	capture-source:nas1	2	2026-11-27 05:12:20.449635	2026-11-27 05:12:20.4652	2026-11-27 05:12:20.531062	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:20.53275
9	4	orphans	1	2026-11-27 05:12:17.493785	2026-11-27 05:12:17.501279	2026-11-27 05:12:17.657715	COMPLETED	1	0	0	5	0	0	0	0	COMPLETED		2026-11-27 05:12:17.659075
3	4	capture-source:prod-a	1	2026-11-27 05:12:14.388719	2026-11-27 05:12:14.415449	2026-11-27 05:12:14.525756	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:14.5266
2	4	capture-source:nas1	1	2026-11-27 05:12:14.358036	2026-11-27 05:12:14.39078	2026-11-27 05:12:14.685675	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:14.691814
16	4	capture-source:prod-a	2	2026-11-27 05:12:20.457898	2026-11-27 05:12:20.469084	2026-11-27 05:12:20.836726	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:20.853139
1	3	capture	1	2026-11-27 05:12:14.341636	2026-11-27 05:12:14.344854	2026-11-27 05:12:14.702799	COMPLETED	2	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:14.704118
20	4	anomalies	2	2026-11-27 05:12:23.689594	2026-11-27 05:12:23.695161	2026-11-27 05:12:23.731087	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:23.731817
10	4	findings	1	2026-11-27 05:12:17.665577	2026-11-27 05:12:17.666232	2026-11-27 05:12:17.720927	COMPLETED	1	0	0	5	0	0	0	0	COMPLETED		2026-11-27 05:12:17.728225
4	4	reconcile	1	2026-11-27 05:12:14.70815	2026-11-27 05:12:14.712619	2026-11-27 05:12:17.078941	COMPLETED	1	0	0	5	0	0	0	0	COMPLETED		2026-11-27 05:12:17.094957
14	3	capture	2	2026-11-27 05:12:20.437124	2026-11-27 05:12:20.437988	2026-11-27 05:12:20.858533	COMPLETED	2	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:20.877091
5	4	history	1	2026-11-27 05:12:17.128347	2026-11-27 05:12:17.139305	2026-11-27 05:12:17.180313	COMPLETED	1	0	0	1	0	0	0	0	COMPLETED		2026-11-27 05:12:17.181464
11	4	proposals	1	2026-11-27 05:12:17.730018	2026-11-27 05:12:17.733165	2026-11-27 05:12:17.737736	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:17.742643
6	4	growth	1	2026-11-27 05:12:17.187392	2026-11-27 05:12:17.188733	2026-11-27 05:12:17.425486	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:17.426251
24	4	proposals	2	2026-11-27 05:12:24.011374	2026-11-27 05:12:24.011906	2026-11-27 05:12:24.024769	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:24.025643
17	4	reconcile	2	2026-11-27 05:12:20.901534	2026-11-27 05:12:20.905293	2026-11-27 05:12:23.407737	COMPLETED	1	0	0	5	0	0	0	0	COMPLETED		2026-11-27 05:12:23.4229
12	4	report	1	2026-11-27 05:12:17.75652	2026-11-27 05:12:17.757054	2026-11-27 05:12:19.581159	COMPLETED	1	0	0	3	0	0	0	0	COMPLETED		2026-11-27 05:12:19.596383
7	4	anomalies	1	2026-11-27 05:12:17.427975	2026-11-27 05:12:17.428506	2026-11-27 05:12:17.442427	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:17.447122
8	4	retention	1	2026-11-27 05:12:17.453001	2026-11-27 05:12:17.45402	2026-11-27 05:12:17.482258	COMPLETED	1	0	0	1	0	0	0	0	COMPLETED		2026-11-27 05:12:17.483234
21	4	retention	2	2026-11-27 05:12:23.733647	2026-11-27 05:12:23.734333	2026-11-27 05:12:23.747492	COMPLETED	1	0	0	1	0	0	0	0	COMPLETED		2026-11-27 05:12:23.753489
13	4	deliver	1	2026-11-27 05:12:19.625962	2026-11-27 05:12:19.63316	2026-11-27 05:12:19.642541	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:19.649044
18	4	history	2	2026-11-27 05:12:23.431782	2026-11-27 05:12:23.439369	2026-11-27 05:12:23.467561	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:23.482458
22	4	orphans	2	2026-11-27 05:12:23.75788	2026-11-27 05:12:23.758517	2026-11-27 05:12:23.856649	COMPLETED	1	0	0	5	0	0	0	0	COMPLETED		2026-11-27 05:12:23.857781
25	4	report	2	2026-11-27 05:12:24.037714	2026-11-27 05:12:24.03831	2026-11-27 05:12:25.524991	COMPLETED	1	0	0	3	0	0	0	0	COMPLETED		2026-11-27 05:12:25.525812
19	4	growth	2	2026-11-27 05:12:23.484722	2026-11-27 05:12:23.485303	2026-11-27 05:12:23.687054	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:23.687844
23	4	findings	2	2026-11-27 05:12:23.859425	2026-11-27 05:12:23.861051	2026-11-27 05:12:24.005899	COMPLETED	1	0	0	5	0	0	0	0	COMPLETED		2026-11-27 05:12:24.009188
26	4	deliver	2	2026-11-27 05:12:25.536693	2026-11-27 05:12:25.552233	2026-11-27 05:12:25.560731	COMPLETED	1	0	0	0	0	0	0	0	COMPLETED		2026-11-27 05:12:25.561458
\.


--
-- Data for Name: batch_step_execution_context; Type: TABLE DATA; Schema: batch; Owner: -
--

COPY batch.batch_step_execution_context (step_execution_id, short_context, serialized_context) FROM stdin;
18	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuSGlzdG9yeVRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
6	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0AClkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuR3Jvd3RoVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
10	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACtkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuRmluZGluZ3NUYXNrbGV0dAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADdvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC50YXNrbGV0LlRhc2tsZXRTdGVweA==	\N
7	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuQW5vbWFsaWVzVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
3	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuQ2FwdHVyZVRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
2	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuQ2FwdHVyZVRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
13	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuRGVsaXZlclRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
1	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAlU2ltcGxlU3RlcEV4ZWN1dGlvblNwbGl0dGVyLkdSSURfU0laRXNyAA5qYXZhLmxhbmcuTG9uZzuL5JDMjyPfAgABSgAFdmFsdWV4cgAQamF2YS5sYW5nLk51bWJlcoaslR0LlOCLAgAAeHAAAAAAAAAABnQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA2b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnBhcnRpdGlvbi5QYXJ0aXRpb25TdGVweA==	\N
8	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUmV0ZW50aW9uVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
4	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUmVjb25jaWxlVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
11	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUHJvcG9zYWxzVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
5	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuSGlzdG9yeVRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
17	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUmVjb25jaWxlVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
9	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuT3JwaGFuc1Rhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
15	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuQ2FwdHVyZVRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
12	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0AClkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUmVwb3J0VGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
14	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAAlU2ltcGxlU3RlcEV4ZWN1dGlvblNwbGl0dGVyLkdSSURfU0laRXNyAA5qYXZhLmxhbmcuTG9uZzuL5JDMjyPfAgABSgAFdmFsdWV4cgAQamF2YS5sYW5nLk51bWJlcoaslR0LlOCLAgAAeHAAAAAAAAAABnQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA2b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnBhcnRpdGlvbi5QYXJ0aXRpb25TdGVweA==	\N
16	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuQ2FwdHVyZVRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
19	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0AClkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuR3Jvd3RoVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
20	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuQW5vbWFsaWVzVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
21	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUmV0ZW50aW9uVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
22	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuT3JwaGFuc1Rhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
23	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACtkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuRmluZGluZ3NUYXNrbGV0dAANYmF0Y2gudmVyc2lvbnQABTYuMC42dAAOYmF0Y2guc3RlcFR5cGV0ADdvcmcuc3ByaW5nZnJhbWV3b3JrLmJhdGNoLmNvcmUuc3RlcC50YXNrbGV0LlRhc2tsZXRTdGVweA==	\N
24	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACxkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUHJvcG9zYWxzVGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
25	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0AClkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuUmVwb3J0VGFza2xldHQADWJhdGNoLnZlcnNpb250AAU2LjAuNnQADmJhdGNoLnN0ZXBUeXBldAA3b3JnLnNwcmluZ2ZyYW1ld29yay5iYXRjaC5jb3JlLnN0ZXAudGFza2xldC5UYXNrbGV0U3RlcHg=	\N
26	rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAADdAARYmF0Y2gudGFza2xldFR5cGV0ACpkZXYucG9vbGtlZXBlci5qb2JzLm5pZ2h0bHkuRGVsaXZlclRhc2tsZXR0AA1iYXRjaC52ZXJzaW9udAAFNi4wLjZ0AA5iYXRjaC5zdGVwVHlwZXQAN29yZy5zcHJpbmdmcmFtZXdvcmsuYmF0Y2guY29yZS5zdGVwLnRhc2tsZXQuVGFza2xldFN0ZXB4	\N
\.


--
-- Data for Name: alarm_threshold; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.alarm_threshold (fitted_on, anomaly, threshold, nights, volumes, budget) FROM stdin;
\.


--
-- Data for Name: anomaly; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.anomaly (run_on, subject, measure, anomaly, code, kind, source, pool, dataset, volume, claim, namespace, storage_class, began_on, last_over_on, alarmed_on, score, threshold, value_before, value_day_before, value_now, days, usual_least, usual_most, evidence, also, stayed, severity, fleet, expected) FROM stdin;
\.


--
-- Data for Name: anomaly_day; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.anomaly_day (day, volumes, told_on) FROM stdin;
\.


--
-- Data for Name: anomaly_episode; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.anomaly_episode (run_on, subject, measure, anomaly, began_on, last_over_on, alarmed) FROM stdin;
\.


--
-- Data for Name: anomaly_expected; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.anomaly_expected (expected_id, subject, measure, anomaly, alarmed_on, score, reason, said_by, said_at, withdrawn_by, withdrawn_at) FROM stdin;
\.


--
-- Data for Name: anomaly_night; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.anomaly_night (run_on, judged_from, series, judged, volumes, fitted_on) FROM stdin;
2026-02-09	2026-02-09	6	0	0	\N
2026-02-10	2026-02-10	6	0	0	\N
\.


--
-- Data for Name: anomaly_peak; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.anomaly_peak (day, subject, measure, anomaly, score, told_on) FROM stdin;
\.


--
-- Data for Name: backtest; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.backtest (run_on, days_ahead, kind, forecasts, median_error_percent, within_80, within_95, with_probability, filled, brier, brier_of_share) FROM stdin;
\.


--
-- Data for Name: capture; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.capture (run_id, source, kind, status, row_count, millis, problems, by_name_count) FROM stdin;
1	nas1	system	complete	1	1	[]	0
1	nas1	host-id	complete	1	12	[]	0
1	nas1	pools	complete	1	1	[]	0
1	nas1	datasets	complete	7	21	[]	0
1	prod-a	version	not-read	0	0	[{"next": "kubectl get --raw /version > /estates/estate-32026-02-09/clusters/prod-a/version.json", "seen": "no such file", "where": "clusters/prod-a/version.json", "refused": false}]	0
1	prod-a	namespaces	complete	2	1	[]	0
1	prod-a	nodes	complete	0	0	[]	0
1	prod-a	storageclasses	complete	1	0	[]	0
1	prod-a	csidrivers	complete	0	0	[]	0
1	prod-a	csinodes	complete	0	0	[]	0
1	prod-a	csistoragecapacities	not-read	0	0	[{"next": "kubectl get csistoragecapacities -A -o json > /estates/estate-32026-02-09/clusters/prod-a/csistoragecapacities.json", "seen": "no such file", "where": "clusters/prod-a/csistoragecapacities.json", "refused": false}]	0
1	prod-a	persistentvolumes	complete	4	3	[]	0
1	prod-a	persistentvolumeclaims	complete	4	1	[]	0
1	prod-a	volumeattachments	complete	0	0	[]	0
1	prod-a	volumesnapshotclasses	complete	0	0	[]	0
1	prod-a	volumesnapshotcontents	complete	1	0	[]	0
1	prod-a	volumesnapshots	complete	1	0	[]	0
1	prod-a	pods	complete	4	3	[]	0
1	prod-a	statefulsets	complete	0	0	[]	0
1	prod-a	deployments	complete	0	0	[]	0
1	prod-a	daemonsets	complete	0	0	[]	0
1	prod-a	jobs	complete	0	0	[]	0
1	prod-a	cronjobs	complete	0	0	[]	0
1	nas1	snapshots	complete	1	3	[]	0
1	prod-a	virtualmachines	complete	0	0	[]	0
1	prod-a	virtualmachineinstances	not-read	0	0	[{"next": "kubectl get virtualmachineinstances -A -o json > /estates/estate-32026-02-09/clusters/prod-a/virtualmachineinstances.json", "seen": "no such file", "where": "clusters/prod-a/virtualmachineinstances.json", "refused": false}]	0
1	prod-a	datavolumes	not-read	0	0	[{"next": "kubectl get datavolumes -A -o json > /estates/estate-32026-02-09/clusters/prod-a/datavolumes.json", "seen": "no such file", "where": "clusters/prod-a/datavolumes.json", "refused": false}]	0
1	prod-a	datasources.cdi.kubevirt.io	not-read	0	0	[{"next": "kubectl get datasources.cdi.kubevirt.io -A -o json > /estates/estate-32026-02-09/clusters/prod-a/datasources.cdi.kubevirt.io.json", "seen": "no such file", "where": "clusters/prod-a/datasources.cdi.kubevirt.io.json", "refused": false}]	0
1	prod-a	replicationsources	not-read	0	0	[{"next": "kubectl get replicationsources -A -o json > /estates/estate-32026-02-09/clusters/prod-a/replicationsources.json", "seen": "no such file", "where": "clusters/prod-a/replicationsources.json", "refused": false}]	0
1	prod-a	replicationdestinations	not-read	0	0	[{"next": "kubectl get replicationdestinations -A -o json > /estates/estate-32026-02-09/clusters/prod-a/replicationdestinations.json", "seen": "no such file", "where": "clusters/prod-a/replicationdestinations.json", "refused": false}]	0
1	prod-a	backups.velero.io	not-read	0	0	[{"next": "kubectl get backups.velero.io -A -o json > /estates/estate-32026-02-09/clusters/prod-a/backups.velero.io.json", "seen": "no such file", "where": "clusters/prod-a/backups.velero.io.json", "refused": false}]	0
1	prod-a	datauploads	not-read	0	0	[{"next": "kubectl get datauploads -A -o json > /estates/estate-32026-02-09/clusters/prod-a/datauploads.json", "seen": "no such file", "where": "clusters/prod-a/datauploads.json", "refused": false}]	0
1	prod-a	datadownloads	not-read	0	0	[{"next": "kubectl get datadownloads -A -o json > /estates/estate-32026-02-09/clusters/prod-a/datadownloads.json", "seen": "no such file", "where": "clusters/prod-a/datadownloads.json", "refused": false}]	0
1	prod-a	volume-stats	not-read	0	0	[{"next": "for n in $(kubectl get nodes -o name); do kubectl get --raw /api/v1/nodes/${n#node/}/proxy/stats/summary; done > /estates/estate-32026-02-09/clusters/prod-a/volume-stats.json", "seen": "no such file", "where": "clusters/prod-a/volume-stats.json", "refused": false}]	0
1	nas1	snapshot-tasks	complete	0	0	[]	0
1	nas1	replication-tasks	complete	0	0	[]	0
1	nas1	nfs-shares	complete	4	0	[]	0
1	nas1	smb-shares	complete	0	0	[]	0
1	nas1	iscsi-global	complete	1	0	[]	0
1	nas1	iscsi-portals	complete	0	0	[]	0
1	nas1	iscsi-initiators	complete	0	0	[]	0
1	nas1	iscsi-targets	complete	0	0	[]	0
1	nas1	iscsi-extents	complete	0	0	[]	0
1	nas1	iscsi-targetextents	complete	0	0	[]	0
1	nas1	iscsi-sessions	complete	0	0	[]	0
1	nas1	nvme-subsystems	complete	0	0	[]	0
1	nas1	nvme-namespaces	complete	0	0	[]	0
1	nas1	nvme-sessions	not-read	0	0	[{"next": "midclt call nvmet.global.sessions > /estates/estate-32026-02-09/nas/nas1/nvmet.global.sessions.json", "seen": "no such file", "where": "nas/nas1/nvmet.global.sessions.json", "refused": false}]	0
1	nas1	nfs-clients	not-read	0	0	[{"next": "midclt call nfs.get_nfs3_clients > /estates/estate-32026-02-09/nas/nas1/nfs.get_nfs3_clients.json", "seen": "no such file", "where": "nas/nas1/nfs.get_nfs3_clients.json", "refused": false}]	0
1	nas1	vm-devices	not-read	0	0	[{"next": "midclt call vm.device.query > /estates/estate-32026-02-09/nas/nas1/vm.device.query.json", "seen": "no such file", "where": "nas/nas1/vm.device.query.json", "refused": false}]	0
1	nas1	apps	not-read	0	0	[{"next": "midclt call app.query > /estates/estate-32026-02-09/nas/nas1/app.query.json", "seen": "no such file", "where": "nas/nas1/app.query.json", "refused": false}]	0
1	nas1	cloud-sync-tasks	not-read	0	0	[{"next": "midclt call cloudsync.query > /estates/estate-32026-02-09/nas/nas1/cloudsync.query.json", "seen": "no such file", "where": "nas/nas1/cloudsync.query.json", "refused": false}]	0
1	nas1	rsync-tasks	not-read	0	0	[{"next": "midclt call rsynctask.query > /estates/estate-32026-02-09/nas/nas1/rsynctask.query.json", "seen": "no such file", "where": "nas/nas1/rsynctask.query.json", "refused": false}]	0
1	nas1	alerts	complete	0	0	[]	0
2	nas1	system	complete	1	1	[]	0
2	nas1	host-id	complete	1	0	[]	0
2	nas1	pools	complete	1	1	[]	0
2	nas1	datasets	complete	7	3	[]	0
2	nas1	snapshots	complete	1	1	[]	0
2	nas1	snapshot-tasks	complete	0	0	[]	0
2	nas1	replication-tasks	complete	0	0	[]	0
2	nas1	nfs-shares	complete	4	0	[]	0
2	nas1	smb-shares	complete	0	0	[]	0
2	nas1	iscsi-global	complete	1	0	[]	0
2	nas1	iscsi-portals	complete	0	0	[]	0
2	nas1	iscsi-initiators	complete	0	0	[]	0
2	nas1	iscsi-targets	complete	0	0	[]	0
2	nas1	iscsi-extents	complete	0	1	[]	0
2	nas1	iscsi-targetextents	complete	0	0	[]	0
2	nas1	iscsi-sessions	complete	0	0	[]	0
2	nas1	nvme-subsystems	complete	0	0	[]	0
2	nas1	nvme-namespaces	complete	0	0	[]	0
2	nas1	nvme-sessions	not-read	0	0	[{"next": "midclt call nvmet.global.sessions > /estates/estate-32026-02-10/nas/nas1/nvmet.global.sessions.json", "seen": "no such file", "where": "nas/nas1/nvmet.global.sessions.json", "refused": false}]	0
2	nas1	nfs-clients	not-read	0	0	[{"next": "midclt call nfs.get_nfs3_clients > /estates/estate-32026-02-10/nas/nas1/nfs.get_nfs3_clients.json", "seen": "no such file", "where": "nas/nas1/nfs.get_nfs3_clients.json", "refused": false}]	0
2	nas1	vm-devices	not-read	0	0	[{"next": "midclt call vm.device.query > /estates/estate-32026-02-10/nas/nas1/vm.device.query.json", "seen": "no such file", "where": "nas/nas1/vm.device.query.json", "refused": false}]	0
2	nas1	apps	not-read	0	0	[{"next": "midclt call app.query > /estates/estate-32026-02-10/nas/nas1/app.query.json", "seen": "no such file", "where": "nas/nas1/app.query.json", "refused": false}]	0
2	nas1	cloud-sync-tasks	not-read	0	0	[{"next": "midclt call cloudsync.query > /estates/estate-32026-02-10/nas/nas1/cloudsync.query.json", "seen": "no such file", "where": "nas/nas1/cloudsync.query.json", "refused": false}]	0
2	nas1	rsync-tasks	not-read	0	0	[{"next": "midclt call rsynctask.query > /estates/estate-32026-02-10/nas/nas1/rsynctask.query.json", "seen": "no such file", "where": "nas/nas1/rsynctask.query.json", "refused": false}]	0
2	nas1	alerts	complete	0	0	[]	0
2	prod-a	version	not-read	0	0	[{"next": "kubectl get --raw /version > /estates/estate-32026-02-10/clusters/prod-a/version.json", "seen": "no such file", "where": "clusters/prod-a/version.json", "refused": false}]	0
2	prod-a	namespaces	complete	2	1	[]	0
2	prod-a	nodes	complete	0	0	[]	0
2	prod-a	storageclasses	complete	1	1	[]	0
2	prod-a	csidrivers	complete	0	0	[]	0
2	prod-a	csinodes	complete	0	0	[]	0
2	prod-a	csistoragecapacities	not-read	0	0	[{"next": "kubectl get csistoragecapacities -A -o json > /estates/estate-32026-02-10/clusters/prod-a/csistoragecapacities.json", "seen": "no such file", "where": "clusters/prod-a/csistoragecapacities.json", "refused": false}]	0
2	prod-a	persistentvolumes	complete	4	2	[]	0
2	prod-a	persistentvolumeclaims	complete	4	2	[]	0
2	prod-a	volumeattachments	complete	0	0	[]	0
2	prod-a	volumesnapshotclasses	complete	0	0	[]	0
2	prod-a	volumesnapshotcontents	complete	1	1	[]	0
2	prod-a	volumesnapshots	complete	1	1	[]	0
2	prod-a	pods	complete	4	13	[]	0
2	prod-a	statefulsets	complete	0	0	[]	0
2	prod-a	deployments	complete	0	0	[]	0
2	prod-a	daemonsets	complete	0	0	[]	0
2	prod-a	jobs	complete	0	0	[]	0
2	prod-a	cronjobs	complete	0	0	[]	0
2	prod-a	virtualmachines	complete	0	0	[]	0
2	prod-a	virtualmachineinstances	not-read	0	0	[{"next": "kubectl get virtualmachineinstances -A -o json > /estates/estate-32026-02-10/clusters/prod-a/virtualmachineinstances.json", "seen": "no such file", "where": "clusters/prod-a/virtualmachineinstances.json", "refused": false}]	0
2	prod-a	datavolumes	not-read	0	0	[{"next": "kubectl get datavolumes -A -o json > /estates/estate-32026-02-10/clusters/prod-a/datavolumes.json", "seen": "no such file", "where": "clusters/prod-a/datavolumes.json", "refused": false}]	0
2	prod-a	datasources.cdi.kubevirt.io	not-read	0	0	[{"next": "kubectl get datasources.cdi.kubevirt.io -A -o json > /estates/estate-32026-02-10/clusters/prod-a/datasources.cdi.kubevirt.io.json", "seen": "no such file", "where": "clusters/prod-a/datasources.cdi.kubevirt.io.json", "refused": false}]	0
2	prod-a	replicationsources	not-read	0	0	[{"next": "kubectl get replicationsources -A -o json > /estates/estate-32026-02-10/clusters/prod-a/replicationsources.json", "seen": "no such file", "where": "clusters/prod-a/replicationsources.json", "refused": false}]	0
2	prod-a	replicationdestinations	not-read	0	0	[{"next": "kubectl get replicationdestinations -A -o json > /estates/estate-32026-02-10/clusters/prod-a/replicationdestinations.json", "seen": "no such file", "where": "clusters/prod-a/replicationdestinations.json", "refused": false}]	0
2	prod-a	backups.velero.io	not-read	0	0	[{"next": "kubectl get backups.velero.io -A -o json > /estates/estate-32026-02-10/clusters/prod-a/backups.velero.io.json", "seen": "no such file", "where": "clusters/prod-a/backups.velero.io.json", "refused": false}]	0
2	prod-a	datauploads	not-read	0	0	[{"next": "kubectl get datauploads -A -o json > /estates/estate-32026-02-10/clusters/prod-a/datauploads.json", "seen": "no such file", "where": "clusters/prod-a/datauploads.json", "refused": false}]	0
2	prod-a	datadownloads	not-read	0	0	[{"next": "kubectl get datadownloads -A -o json > /estates/estate-32026-02-10/clusters/prod-a/datadownloads.json", "seen": "no such file", "where": "clusters/prod-a/datadownloads.json", "refused": false}]	0
2	prod-a	volume-stats	not-read	0	0	[{"next": "for n in $(kubectl get nodes -o name); do kubectl get --raw /api/v1/nodes/${n#node/}/proxy/stats/summary; done > /estates/estate-32026-02-10/clusters/prod-a/volume-stats.json", "seen": "no such file", "where": "clusters/prod-a/volume-stats.json", "refused": false}]	0
\.


--
-- Data for Name: dataset_retention; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.dataset_retention (run_on, dataset, promises, kept, overdue, unowned, held, future, unparsable, kubernetes, undecided, samples, missing, missing_severity, missing_evidence, overdue_least_bytes, overdue_most_bytes, unowned_least_bytes, unowned_most_bytes, oldest_at, newest_at, most_count, promised_since) FROM stdin;
2026-02-09	nas1/datasets/tank/k8s/vols/steady-1	{}	0	0	0	0	0	0	1	0	{"kubernetes|@snapshot-1: Kubernetes says how long it lives"}	0	\N	{}	0	0	0	0	2025-11-03 09:00:00+00	2025-11-03 09:00:00+00	\N	\N
2026-02-10	nas1/datasets/tank/k8s/vols/steady-1	{}	0	0	0	0	0	0	1	0	{"kubernetes|@snapshot-1: Kubernetes says how long it lives"}	0	\N	{}	0	0	0	0	2025-11-03 09:00:00+00	2025-11-03 09:00:00+00	\N	\N
\.


--
-- Data for Name: exception_night; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.exception_night (run_on, place, codes, match, reason, owner, expires_on, state, findings) FROM stdin;
\.


--
-- Data for Name: finding; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.finding (finding_id, fingerprint, code, subject) FROM stdin;
1	PK101:prod-a/persistentvolumes/gone	PK101	prod-a/persistentvolumes/gone
2	PK102:nas1/datasets/tank/k8s/vols/left	PK102	nas1/datasets/tank/k8s/vols/left
3	PK307:prod-a/persistentvolumeclaims/media/data-steady-1	PK307	prod-a/persistentvolumeclaims/media/data-steady-1
4	PK307:prod-a/persistentvolumeclaims/media/data-steady-2	PK307	prod-a/persistentvolumeclaims/media/data-steady-2
5	PK307:prod-a/persistentvolumeclaims/media/data-steady-3	PK307	prod-a/persistentvolumeclaims/media/data-steady-3
\.


--
-- Data for Name: finding_night_202602; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.finding_night_202602 (finding_id, run_on, status, severity, confirmed, first_seen_at, last_seen_at, nights, reclaimable_bytes, evidence, note, cause, cause_evidence) FROM stdin;
1	2026-02-09	new	info	f	2026-02-09 02:00:00+00	2026-02-09 02:00:00+00	1	0	{"tank/k8s/vols/gone is not on nas1","volumeHandle gone, address 192.0.2.10","phase Bound, claim media/data-gone"}	seen 1 of 3	\N	\N
2	2026-02-09	new	info	f	2026-02-09 02:00:00+00	2026-02-09 02:00:00+00	1	1073741824	{"marked by democratic-csi as volume left","created 2025-11-03","still exported over NFS","no PersistentVolume of prod-a leads to it"}	seen 1 of 3	\N	\N
3	2026-02-09	new	info	t	2026-02-09 02:00:00+00	2026-02-09 02:00:00+00	1	0	{"newest snapshot is 97 d old, at most 8 d are asked for","asked for: a snapshot every 8 d, a copy elsewhere every none, by the default","it stands on nas1/datasets/tank/k8s/vols/steady-1","newest snapshot: any 97 d old (2025-11-03T09:00:00Z); of a periodic task none; of a VolumeSnapshot none","no enabled periodic task covers it","a task of its own, on nas1: midclt call pool.snapshottask.create '{\\"dataset\\": \\"tank/k8s/vols/steady-1\\", \\"recursive\\": false, \\"naming_schema\\": \\"auto-%Y-%m-%d_%H-%M\\", \\"lifetime_value\\": 2, \\"lifetime_unit\\": \\"WEEK\\", \\"schedule\\": {\\"minute\\": \\"0\\", \\"hour\\": \\"0\\"}}'"}	\N	\N	\N
4	2026-02-09	new	info	t	2026-02-09 02:00:00+00	2026-02-09 02:00:00+00	1	0	{"no snapshot","asked for: a snapshot every 8 d, a copy elsewhere every none, by the default","it stands on nas1/datasets/tank/k8s/vols/steady-2","newest snapshot: any none; of a periodic task none; of a VolumeSnapshot none","no enabled periodic task covers it","a task of its own, on nas1: midclt call pool.snapshottask.create '{\\"dataset\\": \\"tank/k8s/vols/steady-2\\", \\"recursive\\": false, \\"naming_schema\\": \\"auto-%Y-%m-%d_%H-%M\\", \\"lifetime_value\\": 2, \\"lifetime_unit\\": \\"WEEK\\", \\"schedule\\": {\\"minute\\": \\"0\\", \\"hour\\": \\"0\\"}}'"}	\N	\N	\N
5	2026-02-09	new	info	t	2026-02-09 02:00:00+00	2026-02-09 02:00:00+00	1	0	{"no snapshot","asked for: a snapshot every 8 d, a copy elsewhere every none, by the default","it stands on nas1/datasets/tank/k8s/vols/steady-3","newest snapshot: any none; of a periodic task none; of a VolumeSnapshot none","no enabled periodic task covers it","a task of its own, on nas1: midclt call pool.snapshottask.create '{\\"dataset\\": \\"tank/k8s/vols/steady-3\\", \\"recursive\\": false, \\"naming_schema\\": \\"auto-%Y-%m-%d_%H-%M\\", \\"lifetime_value\\": 2, \\"lifetime_unit\\": \\"WEEK\\", \\"schedule\\": {\\"minute\\": \\"0\\", \\"hour\\": \\"0\\"}}'"}	\N	\N	\N
1	2026-02-10	persisting	info	f	2026-02-09 02:00:00+00	2026-02-10 02:00:00+00	2	0	{"tank/k8s/vols/gone is not on nas1","volumeHandle gone, address 192.0.2.10","phase Bound, claim media/data-gone"}	seen 2 of 3	\N	\N
2	2026-02-10	persisting	info	f	2026-02-09 02:00:00+00	2026-02-10 02:00:00+00	2	1073741824	{"marked by democratic-csi as volume left","created 2025-11-03","still exported over NFS","no PersistentVolume of prod-a leads to it"}	seen 2 of 3	\N	\N
3	2026-02-10	persisting	info	t	2026-02-09 02:00:00+00	2026-02-10 02:00:00+00	2	0	{"newest snapshot is 98 d old, at most 8 d are asked for","asked for: a snapshot every 8 d, a copy elsewhere every none, by the default","it stands on nas1/datasets/tank/k8s/vols/steady-1","newest snapshot: any 98 d old (2025-11-03T09:00:00Z); of a periodic task none; of a VolumeSnapshot none","no enabled periodic task covers it","a task of its own, on nas1: midclt call pool.snapshottask.create '{\\"dataset\\": \\"tank/k8s/vols/steady-1\\", \\"recursive\\": false, \\"naming_schema\\": \\"auto-%Y-%m-%d_%H-%M\\", \\"lifetime_value\\": 2, \\"lifetime_unit\\": \\"WEEK\\", \\"schedule\\": {\\"minute\\": \\"0\\", \\"hour\\": \\"0\\"}}'"}	\N	\N	\N
4	2026-02-10	persisting	info	t	2026-02-09 02:00:00+00	2026-02-10 02:00:00+00	2	0	{"no snapshot","asked for: a snapshot every 8 d, a copy elsewhere every none, by the default","it stands on nas1/datasets/tank/k8s/vols/steady-2","newest snapshot: any none; of a periodic task none; of a VolumeSnapshot none","no enabled periodic task covers it","a task of its own, on nas1: midclt call pool.snapshottask.create '{\\"dataset\\": \\"tank/k8s/vols/steady-2\\", \\"recursive\\": false, \\"naming_schema\\": \\"auto-%Y-%m-%d_%H-%M\\", \\"lifetime_value\\": 2, \\"lifetime_unit\\": \\"WEEK\\", \\"schedule\\": {\\"minute\\": \\"0\\", \\"hour\\": \\"0\\"}}'"}	\N	\N	\N
5	2026-02-10	persisting	info	t	2026-02-09 02:00:00+00	2026-02-10 02:00:00+00	2	0	{"no snapshot","asked for: a snapshot every 8 d, a copy elsewhere every none, by the default","it stands on nas1/datasets/tank/k8s/vols/steady-3","newest snapshot: any none; of a periodic task none; of a VolumeSnapshot none","no enabled periodic task covers it","a task of its own, on nas1: midclt call pool.snapshottask.create '{\\"dataset\\": \\"tank/k8s/vols/steady-3\\", \\"recursive\\": false, \\"naming_schema\\": \\"auto-%Y-%m-%d_%H-%M\\", \\"lifetime_value\\": 2, \\"lifetime_unit\\": \\"WEEK\\", \\"schedule\\": {\\"minute\\": \\"0\\", \\"hour\\": \\"0\\"}}'"}	\N	\N	\N
\.


--
-- Data for Name: finding_scope; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.finding_scope (finding_id, facts, known_on) FROM stdin;
1	{"claim": ["media/data-gone"], "cluster": ["prod-a"], "namespace": ["media"], "storage-class": ["nfs"]}	2026-02-10
2	{"nas": ["nas1"], "dataset": ["tank/k8s/vols/left"]}	2026-02-10
3	{"nas": ["nas1"], "claim": ["media/data-steady-1"], "cluster": ["prod-a"], "dataset": ["tank/k8s/vols/steady-1"], "namespace": ["media"], "storage-class": ["nfs"]}	2026-02-10
4	{"nas": ["nas1"], "claim": ["media/data-steady-2"], "cluster": ["prod-a"], "dataset": ["tank/k8s/vols/steady-2"], "namespace": ["media"], "storage-class": ["nfs"]}	2026-02-10
5	{"nas": ["nas1"], "claim": ["media/data-steady-3"], "cluster": ["prod-a"], "dataset": ["tank/k8s/vols/steady-3"], "namespace": ["media"], "storage-class": ["nfs"]}	2026-02-10
\.


--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) FROM stdin;
0	\N	<< Flyway Schema Creation >>	SCHEMA	"ledger","staging","batch","mart"	\N	ledger_3	2026-11-27 05:12:10.636914	0	t
1	001	batch	SQL	V001__batch.sql	-1079520283	ledger_3	2026-11-27 05:12:10.642603	143	t
2	002	staging	SQL	V002__staging.sql	-1820961585	ledger_3	2026-11-27 05:12:10.801635	37	t
3	003	ledger	SQL	V003__ledger.sql	1441883196	ledger_3	2026-11-27 05:12:10.842637	116	t
4	004	live sources	SQL	V004__live_sources.sql	-365468525	ledger_3	2026-11-27 05:12:10.968951	18	t
5	005	history	SQL	V005__history.sql	-834128776	ledger_3	2026-11-27 05:12:10.989983	20	t
6	006	causes	SQL	V006__causes.sql	42750232	ledger_3	2026-11-27 05:12:11.01306	4	t
7	007	rules scores	SQL	V007__rules_scores.sql	1787197563	ledger_3	2026-11-27 05:12:11.021693	82	t
8	010	bulk rows	SQL	V010__bulk_rows.sql	-1072608818	ledger_3	2026-11-27 05:12:11.107431	6	t
9	011	growth	SQL	V011__growth.sql	-1887104312	ledger_3	2026-11-27 05:12:11.116402	100	t
10	012	anomalies	SQL	V012__anomalies.sql	-1513288808	ledger_3	2026-11-27 05:12:11.22071	178	t
11	013	verdict severity	SQL	V013__verdict_severity.sql	89697169	ledger_3	2026-11-27 05:12:11.405174	2	t
12	014	held	SQL	V014__held.sql	1077045696	ledger_3	2026-11-27 05:12:11.409907	34	t
13	015	weekly	SQL	V015__weekly.sql	-882665126	ledger_3	2026-11-27 05:12:11.446112	93	t
14	017	housekeeping	SQL	V017__housekeeping.sql	1269430522	ledger_3	2026-11-27 05:12:11.54881	21	t
15	018	retention	SQL	V018__retention.sql	-2119394324	ledger_3	2026-11-27 05:12:11.572375	85	t
16	019	protection	SQL	V019__protection.sql	1747681162	ledger_3	2026-11-27 05:12:11.677131	86	t
17	020	promises	SQL	V020__promises.sql	521531318	ledger_3	2026-11-27 05:12:11.775735	59	t
18	022	outbox	SQL	V022__outbox.sql	197223041	ledger_3	2026-11-27 05:12:11.83878	158	t
19	023	finding scope	SQL	V023__finding_scope.sql	1375030630	ledger_3	2026-11-27 05:12:12.021638	159	t
20	025	proposals	SQL	V025__proposals.sql	37041374	ledger_3	2026-11-27 05:12:12.213323	225	t
21	\N	1 history functions	SQL	R__1_history_functions.sql	162542458	ledger_3	2026-11-27 05:12:12.451327	8	t
22	\N	1 housekeeping functions	SQL	R__1_housekeeping_functions.sql	649130155	ledger_3	2026-11-27 05:12:12.486773	2	t
23	\N	1 ledger functions	SQL	R__1_ledger_functions.sql	-691752735	ledger_3	2026-11-27 05:12:12.502463	19	t
24	\N	1 series functions	SQL	R__1_series_functions.sql	700594547	ledger_3	2026-11-27 05:12:12.59659	344	t
25	\N	1 statistics	SQL	R__1_statistics.sql	1766674000	ledger_3	2026-11-27 05:12:12.985291	1	t
26	\N	2 marts	SQL	R__2_marts.sql	1703630520	ledger_3	2026-11-27 05:12:12.988391	167	t
27	\N	3 series marts	SQL	R__3_series_marts.sql	1344321885	ledger_3	2026-11-27 05:12:13.213167	63	t
28	\N	4 anomaly marts	SQL	R__4_anomaly_marts.sql	-1754008063	ledger_3	2026-11-27 05:12:13.309079	13	t
29	\N	5 weekly marts	SQL	R__5_weekly_marts.sql	95845961	ledger_3	2026-11-27 05:12:13.339661	61	t
30	\N	6 housekeeping marts	SQL	R__6_housekeeping_marts.sql	1402195674	ledger_3	2026-11-27 05:12:13.416259	20	t
31	\N	6 retention marts	SQL	R__6_retention_marts.sql	1695893455	ledger_3	2026-11-27 05:12:13.451904	52	t
32	\N	7 protection marts	SQL	R__7_protection_marts.sql	-922416409	ledger_3	2026-11-27 05:12:13.521066	6	t
33	\N	8 outbox marts	SQL	R__8_outbox_marts.sql	592756336	ledger_3	2026-11-27 05:12:13.548967	9	t
34	\N	8 proposal marts	SQL	R__8_proposal_marts.sql	-918459090	ledger_3	2026-11-27 05:12:13.563377	21	t
35	\N	9 grafana marts	SQL	R__9_grafana_marts.sql	1154454349	ledger_3	2026-11-27 05:12:13.603157	65	t
\.


--
-- Data for Name: forecast_202602; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.forecast_202602 (run_on, subject, measure, kind, source, pool, dataset, volume, claim, namespace, storage_class, outcome, outlook, reason, outlook_reason, last_known_on, last_value, history_days, missing_days, repaired_on, rebuilt_days, prometheus_days, capacity, capacity_of, p7, p30, p90, earliest_on, likely_on, latest_on, order_by, trend, growth_per_day, expected_error, even_since, cycle_days, origins, methods, shares, past_errors, days_ahead, bands) FROM stdin;
2026-02-09	nas1/datasets/tank/k8s	live	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols	live	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols/left	live	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/left	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols/steady-1	live	volume	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/steady-1	prod-a/persistentvolumes/steady-1	prod-a/persistentvolumeclaims/media/data-steady-1	prod-a/namespaces/media	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols/steady-2	live	volume	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/steady-2	prod-a/persistentvolumes/steady-2	prod-a/persistentvolumeclaims/media/data-steady-2	prod-a/namespaces/media	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols/steady-3	live	volume	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/steady-3	prod-a/persistentvolumes/steady-3	prod-a/persistentvolumeclaims/media/data-steady-3	prod-a/namespaces/media	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/pools/tank	snapshots	count	nas1	nas1/pools/tank	\N	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	prod-a	volumes	count	prod-a	\N	\N	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	4	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	prod-a/storageclasses/nfs	used	storage-class	prod-a	\N	\N	\N	\N	\N	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	3221225472	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s	used	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols	used	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/datasets/tank/k8s/vols/left	used	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/left	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1/pools/tank	used	pool	nas1	nas1/pools/tank	nas1/datasets/tank	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1073741824	1	0	{}	0	0	1100585369600	pool	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	nas1	snapshots	count	nas1	\N	\N	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	1	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-09	prod-a/namespaces/media	used	namespace	prod-a	\N	\N	\N	\N	prod-a/namespaces/media	\N	not-enough-history	not-forecast	not enough history: 1 measured days, a forecast needs 7	\N	2026-02-09	3221225472	1	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s	live	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols	live	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols/left	live	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/left	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols/steady-1	live	volume	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/steady-1	prod-a/persistentvolumes/steady-1	prod-a/persistentvolumeclaims/media/data-steady-1	prod-a/namespaces/media	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols/steady-2	live	volume	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/steady-2	prod-a/persistentvolumes/steady-2	prod-a/persistentvolumeclaims/media/data-steady-2	prod-a/namespaces/media	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols/steady-3	live	volume	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/steady-3	prod-a/persistentvolumes/steady-3	prod-a/persistentvolumeclaims/media/data-steady-3	prod-a/namespaces/media	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	10737418240	quota	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/pools/tank	snapshots	count	nas1	nas1/pools/tank	\N	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	prod-a	volumes	count	prod-a	\N	\N	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	4	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	prod-a/storageclasses/nfs	used	storage-class	prod-a	\N	\N	\N	\N	\N	prod-a/storageclasses/nfs	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	3221225472	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s	used	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols	used	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/datasets/tank/k8s/vols/left	used	dataset	nas1	nas1/pools/tank	nas1/datasets/tank/k8s/vols/left	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1/pools/tank	used	pool	nas1	nas1/pools/tank	nas1/datasets/tank	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1073741824	2	0	{}	0	0	1100585369600	pool	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	nas1	snapshots	count	nas1	\N	\N	\N	\N	\N	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	1	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
2026-02-10	prod-a/namespaces/media	used	namespace	prod-a	\N	\N	\N	\N	prod-a/namespaces/media	\N	not-enough-history	not-forecast	not enough history: 2 measured days, a forecast needs 7	\N	2026-02-10	3221225472	2	0	{}	0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	{}	{}	{}	{}	{}
\.


--
-- Data for Name: growth_night; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.growth_night (run_on, series, examined, scored, forecasts) FROM stdin;
2026-02-09	15	15	0	0
2026-02-10	15	15	0	0
\.


--
-- Data for Name: growth_part; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.growth_part (run_on, pool, days, dataset, presence, formerly, volume, namespace, claim, tasks, data_bytes, snapshot_bytes, reserved_bytes, unsplit_bytes) FROM stdin;
\.


--
-- Data for Name: growth_score; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.growth_score (run_on, score_group, bucket, bins, counts) FROM stdin;
\.


--
-- Data for Name: growth_state; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.growth_state (subject, measure, examined_on, origins, exponent, methods, weights, scale, own_scores, own_counts) FROM stdin;
\.


--
-- Data for Name: growth_window; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.growth_window (run_on, pool, days, unknown, from_on, to_on, delta_bytes, remainder_bytes, remainder_reasons) FROM stdin;
\.


--
-- Data for Name: object; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.object (object_id, kind, subject, source) FROM stdin;
1	datasets	nas1/datasets/tank	nas1
2	datasets	nas1/datasets/tank/k8s	nas1
3	datasets	nas1/datasets/tank/k8s/vols	nas1
4	datasets	nas1/datasets/tank/k8s/vols/left	nas1
5	datasets	nas1/datasets/tank/k8s/vols/steady-1	nas1
6	datasets	nas1/datasets/tank/k8s/vols/steady-2	nas1
7	datasets	nas1/datasets/tank/k8s/vols/steady-3	nas1
8	host-id	nas1/host-id/0123456789abcdef	nas1
9	iscsi-global	nas1/iscsi-global/iqn.2005-10.org.example	nas1
10	nfs-shares	nas1/nfs-shares/mnt/tank/k8s/vols/steady-1	nas1
11	nfs-shares	nas1/nfs-shares/mnt/tank/k8s/vols/steady-3	nas1
12	nfs-shares	nas1/nfs-shares/mnt/tank/k8s/vols/left	nas1
13	nfs-shares	nas1/nfs-shares/mnt/tank/k8s/vols/steady-2	nas1
14	pools	nas1/pools/tank	nas1
15	snapshots	nas1/snapshots/tank/k8s/vols/steady-1@snapshot-1	nas1
16	system	nas1	nas1
17	namespaces	prod-a/namespaces/media	prod-a
18	namespaces	prod-a/namespaces/kube-system	prod-a
19	persistentvolumeclaims	prod-a/persistentvolumeclaims/media/data-steady-1	prod-a
20	persistentvolumeclaims	prod-a/persistentvolumeclaims/media/data-steady-2	prod-a
21	persistentvolumeclaims	prod-a/persistentvolumeclaims/media/data-steady-3	prod-a
22	persistentvolumeclaims	prod-a/persistentvolumeclaims/media/data-gone	prod-a
23	persistentvolumes	prod-a/persistentvolumes/steady-3	prod-a
24	persistentvolumes	prod-a/persistentvolumes/steady-2	prod-a
25	persistentvolumes	prod-a/persistentvolumes/steady-1	prod-a
26	persistentvolumes	prod-a/persistentvolumes/gone	prod-a
27	pods	prod-a/pods/media/app-gone	prod-a
28	pods	prod-a/pods/media/app-steady-1	prod-a
29	pods	prod-a/pods/media/app-steady-3	prod-a
30	pods	prod-a/pods/media/app-steady-2	prod-a
31	storageclasses	prod-a/storageclasses/nfs	prod-a
32	volumesnapshotcontents	prod-a/volumesnapshotcontents/content-snapshot-1	prod-a
33	volumesnapshots	prod-a/volumesnapshots/media/snapshot-1	prod-a
34	matches	prod-a/persistentvolumes/gone	prod-a
35	matches	prod-a/persistentvolumes/steady-1	prod-a
36	matches	prod-a/persistentvolumes/steady-2	prod-a
37	matches	prod-a/persistentvolumes/steady-3	prod-a
38	matches	prod-a/volumesnapshotcontents/content-snapshot-1	prod-a
\.


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.outbox (outbox_id, idempotency_key, channel, recipient, topic, job, run_on, revision, run_id, material, state, reason, reference, attempts, created_at, attempted_at, next_attempt_at, closed_at) FROM stdin;
\.


--
-- Data for Name: outbox_attempt; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.outbox_attempt (outbox_id, attempt, started_at, outcome, code, said, millis) FROM stdin;
\.


--
-- Data for Name: outbox_body; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.outbox_body (outbox_id, body) FROM stdin;
\.


--
-- Data for Name: prometheus_answer; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.prometheus_answer (cluster, first_day, last_day) FROM stdin;
\.


--
-- Data for Name: promise; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.promise (run_on, source, promise, terms, datasets, kept, overdue, unowned, held, future, unparsable, kubernetes, undecided, missing, missing_severity, too_many, holds_least_bytes, holds_most_bytes, overdue_least_bytes, overdue_most_bytes, notes) FROM stdin;
\.


--
-- Data for Name: promise_period; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.promise_period (run_on, source, promise, period, begins_at, present, missing, overdue, unowned, held) FROM stdin;
\.


--
-- Data for Name: proposal; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.proposal (proposal_id, code, subject, state, stage, since, mode, plan, plan_hash, approvals, quarantined_at, reclaim_least, reclaim_most, change) FROM stdin;
\.


--
-- Data for Name: proposal_event; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.proposal_event (proposal_id, place, at, actor, channel, from_state, to_state, stage, plan_hash, note) FROM stdin;
\.


--
-- Data for Name: proposal_night; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.proposal_night (run_on, proposal_id, state, stage, mode, plan_hash, steps, blocked_by, reclaim_least, reclaim_most) FROM stdin;
\.


--
-- Data for Name: proposal_review; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.proposal_review (run_on, findings, made, withheld, why) FROM stdin;
2026-02-09	0	0	0	{}
2026-02-10	0	0	0	{}
\.


--
-- Data for Name: proposal_step; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.proposal_step (proposal_id, plan_hash, place, stage, action, target, expected, remembered, outcome, began_at, ended_at, note) FROM stdin;
\.


--
-- Data for Name: protection; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.protection (run_on, claim, storage_class, dataset, verdict, on_snapshots, on_elsewhere, reason, rpo_seconds, replica_rpo_seconds, asked, asked_by, snapshot_at, task_snapshot_at, volume_snapshot_at, elsewhere_at, elsewhere_how, elsewhere_by, elsewhere_where, tasks, routes) FROM stdin;
2026-02-09	prod-a/persistentvolumeclaims/media/data-gone	nfs	\N	unknown	unknown	not-asked	the dataset of its volume is not there (PK101)	691200	\N	f	the default	\N	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-09	prod-a/persistentvolumeclaims/media/data-steady-1	nfs	nas1/datasets/tank/k8s/vols/steady-1	late	late	not-asked	newest snapshot is 97 d old, at most 8 d are asked for	691200	\N	f	the default	2025-11-03 09:00:00+00	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-09	prod-a/persistentvolumeclaims/media/data-steady-2	nfs	nas1/datasets/tank/k8s/vols/steady-2	never	never	not-asked	no snapshot	691200	\N	f	the default	\N	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-09	prod-a/persistentvolumeclaims/media/data-steady-3	nfs	nas1/datasets/tank/k8s/vols/steady-3	never	never	not-asked	no snapshot	691200	\N	f	the default	\N	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-10	prod-a/persistentvolumeclaims/media/data-gone	nfs	\N	unknown	unknown	not-asked	the dataset of its volume is not there (PK101)	691200	\N	f	the default	\N	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-10	prod-a/persistentvolumeclaims/media/data-steady-1	nfs	nas1/datasets/tank/k8s/vols/steady-1	late	late	not-asked	newest snapshot is 98 d old, at most 8 d are asked for	691200	\N	f	the default	2025-11-03 09:00:00+00	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-10	prod-a/persistentvolumeclaims/media/data-steady-2	nfs	nas1/datasets/tank/k8s/vols/steady-2	never	never	not-asked	no snapshot	691200	\N	f	the default	\N	\N	\N	\N	\N	\N	\N	{}	{}
2026-02-10	prod-a/persistentvolumeclaims/media/data-steady-3	nfs	nas1/datasets/tank/k8s/vols/steady-3	never	never	not-asked	no snapshot	691200	\N	f	the default	\N	\N	\N	\N	\N	\N	\N	{}	{}
\.


--
-- Data for Name: protection_night; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.protection_night (run_on, namespace, protected, late, never, unknown, not_asked) FROM stdin;
2026-02-09	prod-a/namespaces/media	0	1	2	1	0
2026-02-10	prod-a/namespaces/media	0	1	2	1	0
\.


--
-- Data for Name: removal; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.removal (run_id, place, what, before_on, removed) FROM stdin;
\.


--
-- Data for Name: retention_snapshot; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.retention_snapshot (run_on, subject, state, reasons, remove_at) FROM stdin;
\.


--
-- Data for Name: run; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.run (run_id, job, run_on, attempt, origin, status, version, policy, started_at, finished_at, captured_at, absorbed, verdict, score, history_rebuilt) FROM stdin;
2	nightly	2026-02-10	1	recorded estate /estates/estate-32026-02-10	complete	development	{"orphans.grace": "24h", "capacity.horizon": "180d", "capacity.warn-at": "0.8", "capacity.lead-time": "45d", "anomalies.least-move": "1 GiB", "capacity.critical-at": "0.9", "guards.max-proposals": "50", "orphans.confirm-runs": "3", "proposals.quarantine": "336h", "guards.max-drop-ratio": "0.3", "capacity.growth-factors": "1.5, 2.0", "guards.max-reclaim-ratio": "0.2", "proposals.approval-lasts": "168h", "anomalies.least-move-ratio": "0.01", "anomalies.false-alarms-per-1000-nights": "1.0"}	2026-11-27 05:12:20.402082+00	2026-11-27 05:12:25.565145+00	2026-02-10 02:00:00+00	t	OK	100	t
1	nightly	2026-02-09	1	recorded estate /estates/estate-32026-02-09	complete	development	{"orphans.grace": "24h", "capacity.horizon": "180d", "capacity.warn-at": "0.8", "capacity.lead-time": "45d", "anomalies.least-move": "1 GiB", "capacity.critical-at": "0.9", "guards.max-proposals": "50", "orphans.confirm-runs": "3", "proposals.quarantine": "336h", "guards.max-drop-ratio": "0.3", "capacity.growth-factors": "1.5, 2.0", "guards.max-reclaim-ratio": "0.2", "proposals.approval-lasts": "168h", "anomalies.least-move-ratio": "0.01", "anomalies.false-alarms-per-1000-nights": "1.0"}	2026-11-27 05:12:14.301953+00	2026-11-27 05:12:19.665978+00	2026-02-09 02:00:00+00	t	OK	100	t
\.


--
-- Data for Name: runway; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.runway (run_on, kind, subject, used_bytes, capacity_bytes, growth_per_day, outlook, reason, p7, p30, p90, warn_earliest_on, warn_likely_on, warn_latest_on, critical_earliest_on, critical_likely_on, critical_latest_on, full_earliest_on, full_likely_on, full_latest_on, order_by, severity, pools, soonest) FROM stdin;
\.


--
-- Data for Name: scenario; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.scenario (run_on, pool, place, name, assumption, unknown, full_earliest_on, full_likely_on, full_latest_on, order_by, horizon_days) FROM stdin;
\.


--
-- Data for Name: series_pattern; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.series_pattern (found_on, subject, measure, pattern, day, size, evidence) FROM stdin;
\.


--
-- Data for Name: snapshot_holding; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.snapshot_holding (run_on, subject, kind, datasets, snapshots, held_bytes) FROM stdin;
2026-02-09	nas1/pools/tank	pool	7	1	0
2026-02-09	prod-a/namespaces/media	namespace	3	1	0
2026-02-10	nas1/pools/tank	pool	7	1	0
2026-02-10	prod-a/namespaces/media	namespace	3	1	0
\.


--
-- Data for Name: snapshot_usage; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.snapshot_usage (object_id, measured_on, used_bytes, referenced_bytes) FROM stdin;
15	2026-02-09	4096	1048576
\.


--
-- Data for Name: source; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.source (run_id, name, side, addresses, api, calls, remarks) FROM stdin;
1	prod-a	cluster	{}	recorded files	0	{}
1	nas1	nas	{}	recorded files	0	{}
2	nas1	nas	{}	recorded files	0	{}
2	prod-a	cluster	{}	recorded files	0	{}
\.


--
-- Data for Name: source_cost; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.source_cost (run_on, source, code, severity, findings, points) FROM stdin;
\.


--
-- Data for Name: source_score; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.source_score (run_on, source, side, score, grade, objects, unjudged) FROM stdin;
2026-02-09	prod-a	cluster	100	A	9	\N
2026-02-09	nas1	nas	100	A	7	\N
2026-02-10	prod-a	cluster	100	A	9	\N
2026-02-10	nas1	nas	100	A	7	\N
\.


--
-- Data for Name: tally; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.tally (day, subject, measure, source, value, parts) FROM stdin;
2026-02-09	prod-a/namespaces/media	used	prod-a	3221225472	3
2026-02-09	prod-a/storageclasses/nfs	used	prod-a	3221225472	3
2026-02-09	prod-a	volumes	prod-a	4	4
2026-02-09	nas1/pools/tank	snapshots	nas1	1	1
2026-02-09	nas1	snapshots	nas1	1	1
2026-02-10	prod-a/namespaces/media	used	prod-a	3221225472	3
2026-02-10	prod-a/storageclasses/nfs	used	prod-a	3221225472	3
2026-02-10	prod-a	volumes	prod-a	4	4
2026-02-10	nas1/pools/tank	snapshots	nas1	1	1
2026-02-10	nas1	snapshots	nas1	1	1
\.


--
-- Data for Name: task_retention; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.task_retention (run_on, task, terms, enabled, datasets, owned, orphaned, next_run_at, problems, remarks) FROM stdin;
\.


--
-- Data for Name: usage_202511; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.usage_202511 (day, object_id, used_bytes, available_bytes, referenced_bytes, snapshot_bytes, children_bytes, reserved_bytes, capacity_bytes, origin) FROM stdin;
2025-11-03	5	\N	\N	1048576	\N	\N	\N	\N	rebuilt
\.


--
-- Data for Name: usage_202602; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.usage_202602 (day, object_id, used_bytes, available_bytes, referenced_bytes, snapshot_bytes, children_bytes, reserved_bytes, capacity_bytes, origin) FROM stdin;
2026-02-09	1	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	2	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	3	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	4	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	5	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	6	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	7	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-09	14	1099511627776	3298534883328	\N	\N	\N	\N	4398046511104	measured
2026-02-10	1	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	2	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	3	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	4	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	5	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	6	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	7	1073741824	1099511627776	1073741824	0	0	0	10737418240	measured
2026-02-10	14	1099511627776	3298534883328	\N	\N	\N	\N	4398046511104	measured
\.


--
-- Data for Name: version; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.version (object_id, valid_from, valid_to, attributes) FROM stdin;
1	2026-02-09	\N	{"id": "tank", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank", "properties": {}}
2	2026-02-09	\N	{"id": "tank/k8s", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank/k8s", "properties": {}}
3	2026-02-09	\N	{"id": "tank/k8s/vols", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank/k8s/vols", "properties": {}}
4	2026-02-09	\N	{"id": "tank/k8s/vols/left", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank/k8s/vols/left", "properties": {"democratic-csi:csi_volume_name": {"value": "left", "source": "UNKNOWN"}, "democratic-csi:provision_success": {"value": "true", "source": "UNKNOWN"}}}
5	2026-02-09	\N	{"id": "tank/k8s/vols/steady-1", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank/k8s/vols/steady-1", "properties": {"democratic-csi:csi_volume_name": {"value": "steady-1", "source": "UNKNOWN"}, "democratic-csi:provision_success": {"value": "true", "source": "UNKNOWN"}}}
6	2026-02-09	\N	{"id": "tank/k8s/vols/steady-2", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank/k8s/vols/steady-2", "properties": {"democratic-csi:csi_volume_name": {"value": "steady-2", "source": "UNKNOWN"}, "democratic-csi:provision_success": {"value": "true", "source": "UNKNOWN"}}}
7	2026-02-09	\N	{"id": "tank/k8s/vols/steady-3", "nas": "nas1", "type": "FILESYSTEM", "origin": null, "readOnly": null, "createdAt": "2025-11-03T09:00:00Z", "encryption": "NONE", "mountpoint": "/mnt/tank/k8s/vols/steady-3", "properties": {"democratic-csi:csi_volume_name": {"value": "steady-3", "source": "UNKNOWN"}, "democratic-csi:provision_success": {"value": "true", "source": "UNKNOWN"}}}
8	2026-02-09	\N	{"nas": "nas1", "hostId": "0123456789abcdef"}
9	2026-02-09	\N	{"nas": "nas1", "basename": "iqn.2005-10.org.example"}
10	2026-02-09	\N	{"id": 2, "nas": "nas1", "paths": ["/mnt/tank/k8s/vols/steady-1"], "comment": "democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/steady-1", "enabled": true, "repeated": false}
11	2026-02-09	\N	{"id": 4, "nas": "nas1", "paths": ["/mnt/tank/k8s/vols/steady-3"], "comment": "democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/steady-3", "enabled": true, "repeated": false}
12	2026-02-09	\N	{"id": 1, "nas": "nas1", "paths": ["/mnt/tank/k8s/vols/left"], "comment": "democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/left", "enabled": true, "repeated": false}
13	2026-02-09	\N	{"id": 3, "nas": "nas1", "paths": ["/mnt/tank/k8s/vols/steady-2"], "comment": "democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/steady-2", "enabled": true, "repeated": false}
14	2026-02-09	\N	{"nas": "nas1", "guid": "42", "name": "tank", "scan": null, "status": "ONLINE", "healthy": true, "fragmentation": ""}
15	2026-02-09	\N	{"nas": "nas1", "held": null, "name": "snapshot-1", "dataset": "tank/k8s/vols/steady-1", "createTxg": null, "createdAt": "2025-11-03T09:00:00Z", "properties": {"democratic-csi:csi_snapshot_name": {"value": "snapshot-1", "source": "LOCAL"}}, "destroyPending": false}
16	2026-02-09	\N	{"nas": "nas1", "clock": null, "version": "25.10.1", "hostname": "nas1", "timeZone": null}
17	2026-02-09	\N	{"uid": "Namespace--media", "name": "media", "owner": null, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z"}
18	2026-02-09	\N	{"uid": "9d1e7c6a-0001-4000-8000-000000000001", "name": "kube-system", "owner": null, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z"}
19	2026-02-09	\N	{"rpo": null, "uid": "PersistentVolumeClaim-media-data-steady-1", "keep": null, "name": "data-steady-1", "owner": null, "phase": "Bound", "labels": {}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "namespace": "media", "finalizers": [], "volumeName": "steady-1", "unusedSince": null, "storageClass": "nfs", "requestedBytes": 10737418240}
20	2026-02-09	\N	{"rpo": null, "uid": "PersistentVolumeClaim-media-data-steady-2", "keep": null, "name": "data-steady-2", "owner": null, "phase": "Bound", "labels": {}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "namespace": "media", "finalizers": [], "volumeName": "steady-2", "unusedSince": null, "storageClass": "nfs", "requestedBytes": 10737418240}
21	2026-02-09	\N	{"rpo": null, "uid": "PersistentVolumeClaim-media-data-steady-3", "keep": null, "name": "data-steady-3", "owner": null, "phase": "Bound", "labels": {}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "namespace": "media", "finalizers": [], "volumeName": "steady-3", "unusedSince": null, "storageClass": "nfs", "requestedBytes": 10737418240}
22	2026-02-09	\N	{"rpo": null, "uid": "PersistentVolumeClaim-media-data-gone", "keep": null, "name": "data-gone", "owner": null, "phase": "Bound", "labels": {}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "namespace": "media", "finalizers": [], "volumeName": "gone", "unusedSince": null, "storageClass": "nfs", "requestedBytes": 10737418240}
23	2026-02-09	\N	{"uid": "PersistentVolume--steady-3", "keep": null, "name": "steady-3", "claim": {"uid": "", "name": "data-steady-3", "namespace": "media"}, "phase": "Bound", "labels": {}, "source": {"type": "csi", "driver": "org.democratic-csi.nfs", "handle": "steady-3", "attributes": {"share": "/mnt/tank/k8s/vols/steady-3", "server": "192.0.2.10", "node_attach_driver": "nfs", "provisioner_driver": "freenas-nfs"}}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "finalizers": [], "storageClass": "nfs", "capacityBytes": 10737418240, "reclaimPolicy": "Delete"}
24	2026-02-09	\N	{"uid": "PersistentVolume--steady-2", "keep": null, "name": "steady-2", "claim": {"uid": "", "name": "data-steady-2", "namespace": "media"}, "phase": "Bound", "labels": {}, "source": {"type": "csi", "driver": "org.democratic-csi.nfs", "handle": "steady-2", "attributes": {"share": "/mnt/tank/k8s/vols/steady-2", "server": "192.0.2.10", "node_attach_driver": "nfs", "provisioner_driver": "freenas-nfs"}}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "finalizers": [], "storageClass": "nfs", "capacityBytes": 10737418240, "reclaimPolicy": "Delete"}
25	2026-02-09	\N	{"uid": "PersistentVolume--steady-1", "keep": null, "name": "steady-1", "claim": {"uid": "", "name": "data-steady-1", "namespace": "media"}, "phase": "Bound", "labels": {}, "source": {"type": "csi", "driver": "org.democratic-csi.nfs", "handle": "steady-1", "attributes": {"share": "/mnt/tank/k8s/vols/steady-1", "server": "192.0.2.10", "node_attach_driver": "nfs", "provisioner_driver": "freenas-nfs"}}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "finalizers": [], "storageClass": "nfs", "capacityBytes": 10737418240, "reclaimPolicy": "Delete"}
26	2026-02-09	\N	{"uid": "PersistentVolume--gone", "keep": null, "name": "gone", "claim": {"uid": "", "name": "data-gone", "namespace": "media"}, "phase": "Bound", "labels": {}, "source": {"type": "csi", "driver": "org.democratic-csi.nfs", "handle": "gone", "attributes": {"share": "/mnt/tank/k8s/vols/gone", "server": "192.0.2.10", "node_attach_driver": "nfs", "provisioner_driver": "freenas-nfs"}}, "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "finalizers": [], "storageClass": "nfs", "capacityBytes": 10737418240, "reclaimPolicy": "Delete"}
27	2026-02-09	\N	{"name": "app-gone", "node": "", "phase": "Running", "claims": ["data-gone"], "cluster": "prod-a", "namespace": "media", "inlineVolumes": []}
28	2026-02-09	\N	{"name": "app-steady-1", "node": "", "phase": "Running", "claims": ["data-steady-1"], "cluster": "prod-a", "namespace": "media", "inlineVolumes": []}
29	2026-02-09	\N	{"name": "app-steady-3", "node": "", "phase": "Running", "claims": ["data-steady-3"], "cluster": "prod-a", "namespace": "media", "inlineVolumes": []}
30	2026-02-09	\N	{"name": "app-steady-2", "node": "", "phase": "Running", "claims": ["data-steady-2"], "cluster": "prod-a", "namespace": "media", "inlineVolumes": []}
31	2026-02-09	\N	{"name": "nfs", "cluster": "prod-a", "parameters": {}, "bindingMode": "Immediate", "provisioner": "org.democratic-csi.nfs", "reclaimPolicy": "Delete"}
32	2026-02-09	\N	{"keep": null, "name": "content-snapshot-1", "error": null, "ready": true, "driver": "org.democratic-csi.nfs", "handle": "steady-1@snapshot-1", "cluster": "prod-a", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "finalizers": [], "snapshotUid": "VolumeSnapshot-media-snapshot-1", "snapshotName": "snapshot-1", "snapshotClass": null, "deletionPolicy": "Delete", "restoreSizeBytes": null, "snapshotNamespace": "media", "sourceVolumeHandle": "steady-1"}
33	2026-02-09	\N	{"uid": "VolumeSnapshot-media-snapshot-1", "keep": null, "name": "snapshot-1", "claim": null, "error": null, "ready": true, "cluster": "prod-a", "content": "content-snapshot-1", "createdAt": "2025-11-03T09:00:00Z", "deletedAt": null, "namespace": "media", "finalizers": []}
34	2026-02-09	\N	{"to": [], "outcome": "absent", "evidence": ["tank/k8s/vols/gone is not on nas1", "volumeHandle gone, address 192.0.2.10"]}
35	2026-02-09	\N	{"to": ["nas1/datasets/tank/k8s/vols/steady-1"], "outcome": "confirmed", "evidence": ["NFS path /mnt/tank/k8s/vols/steady-1 is dataset tank/k8s/vols/steady-1", "volumeHandle is its name", "property csi_volume_name names this volume", "NFS share comment: democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/steady-1"]}
36	2026-02-09	\N	{"to": ["nas1/datasets/tank/k8s/vols/steady-2"], "outcome": "confirmed", "evidence": ["NFS path /mnt/tank/k8s/vols/steady-2 is dataset tank/k8s/vols/steady-2", "volumeHandle is its name", "property csi_volume_name names this volume", "NFS share comment: democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/steady-2"]}
37	2026-02-09	\N	{"to": ["nas1/datasets/tank/k8s/vols/steady-3"], "outcome": "confirmed", "evidence": ["NFS path /mnt/tank/k8s/vols/steady-3 is dataset tank/k8s/vols/steady-3", "volumeHandle is its name", "property csi_volume_name names this volume", "NFS share comment: democratic-csi (org.democratic-csi.nfs): tank/k8s/vols/steady-3"]}
38	2026-02-09	\N	{"to": ["nas1/snapshots/tank/k8s/vols/steady-1@snapshot-1"], "outcome": "confirmed", "evidence": ["snapshotHandle steady-1@snapshot-1"]}
\.


--
-- Data for Name: withheld; Type: TABLE DATA; Schema: ledger; Owner: -
--

COPY ledger.withheld (run_id, kind, part, reason, code, subjects, first_subjects) FROM stdin;
\.


--
-- Name: batch_job_execution_seq; Type: SEQUENCE SET; Schema: batch; Owner: -
--

SELECT pg_catalog.setval('batch.batch_job_execution_seq', 2, true);


--
-- Name: batch_job_instance_seq; Type: SEQUENCE SET; Schema: batch; Owner: -
--

SELECT pg_catalog.setval('batch.batch_job_instance_seq', 2, true);


--
-- Name: batch_step_execution_seq; Type: SEQUENCE SET; Schema: batch; Owner: -
--

SELECT pg_catalog.setval('batch.batch_step_execution_seq', 26, true);


--
-- Name: anomaly_expected_expected_id_seq; Type: SEQUENCE SET; Schema: ledger; Owner: -
--

SELECT pg_catalog.setval('ledger.anomaly_expected_expected_id_seq', 1, false);


--
-- Name: finding_finding_id_seq; Type: SEQUENCE SET; Schema: ledger; Owner: -
--

SELECT pg_catalog.setval('ledger.finding_finding_id_seq', 10, true);


--
-- Name: object_object_id_seq; Type: SEQUENCE SET; Schema: ledger; Owner: -
--

SELECT pg_catalog.setval('ledger.object_object_id_seq', 38, true);


--
-- Name: outbox_outbox_id_seq; Type: SEQUENCE SET; Schema: ledger; Owner: -
--

SELECT pg_catalog.setval('ledger.outbox_outbox_id_seq', 1, false);


--
-- Name: proposal_proposal_id_seq; Type: SEQUENCE SET; Schema: ledger; Owner: -
--

SELECT pg_catalog.setval('ledger.proposal_proposal_id_seq', 1, false);


--
-- Name: run_run_id_seq; Type: SEQUENCE SET; Schema: ledger; Owner: -
--

SELECT pg_catalog.setval('ledger.run_run_id_seq', 2, true);


--
-- Name: batch_job_execution_context batch_job_execution_context_pkey; Type: CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_execution_context
    ADD CONSTRAINT batch_job_execution_context_pkey PRIMARY KEY (job_execution_id);


--
-- Name: batch_job_execution batch_job_execution_pkey; Type: CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_execution
    ADD CONSTRAINT batch_job_execution_pkey PRIMARY KEY (job_execution_id);


--
-- Name: batch_job_instance batch_job_instance_pkey; Type: CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_instance
    ADD CONSTRAINT batch_job_instance_pkey PRIMARY KEY (job_instance_id);


--
-- Name: batch_step_execution_context batch_step_execution_context_pkey; Type: CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_step_execution_context
    ADD CONSTRAINT batch_step_execution_context_pkey PRIMARY KEY (step_execution_id);


--
-- Name: batch_step_execution batch_step_execution_pkey; Type: CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_step_execution
    ADD CONSTRAINT batch_step_execution_pkey PRIMARY KEY (step_execution_id);


--
-- Name: batch_job_instance job_inst_un; Type: CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_instance
    ADD CONSTRAINT job_inst_un UNIQUE (job_name, job_key);


--
-- Name: alarm_threshold alarm_threshold_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.alarm_threshold
    ADD CONSTRAINT alarm_threshold_pkey PRIMARY KEY (fitted_on, anomaly);


--
-- Name: anomaly_day anomaly_day_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.anomaly_day
    ADD CONSTRAINT anomaly_day_pkey PRIMARY KEY (day);


--
-- Name: anomaly_episode anomaly_episode_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.anomaly_episode
    ADD CONSTRAINT anomaly_episode_pkey PRIMARY KEY (run_on, subject, measure, anomaly);


--
-- Name: anomaly_expected anomaly_expected_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.anomaly_expected
    ADD CONSTRAINT anomaly_expected_pkey PRIMARY KEY (expected_id);


--
-- Name: anomaly_night anomaly_night_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.anomaly_night
    ADD CONSTRAINT anomaly_night_pkey PRIMARY KEY (run_on);


--
-- Name: anomaly_peak anomaly_peak_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.anomaly_peak
    ADD CONSTRAINT anomaly_peak_pkey PRIMARY KEY (day, subject, measure, anomaly);


--
-- Name: anomaly anomaly_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.anomaly
    ADD CONSTRAINT anomaly_pkey PRIMARY KEY (run_on, subject, measure, anomaly);


--
-- Name: backtest backtest_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.backtest
    ADD CONSTRAINT backtest_pkey PRIMARY KEY (run_on, days_ahead, kind);


--
-- Name: capture capture_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.capture
    ADD CONSTRAINT capture_pkey PRIMARY KEY (run_id, source, kind);


--
-- Name: dataset_retention dataset_retention_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.dataset_retention
    ADD CONSTRAINT dataset_retention_pkey PRIMARY KEY (run_on, dataset);


--
-- Name: exception_night exception_night_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.exception_night
    ADD CONSTRAINT exception_night_pkey PRIMARY KEY (run_on, place);


--
-- Name: finding finding_fingerprint_key; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding
    ADD CONSTRAINT finding_fingerprint_key UNIQUE (fingerprint);


--
-- Name: finding_night finding_night_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding_night
    ADD CONSTRAINT finding_night_pkey PRIMARY KEY (finding_id, run_on);


--
-- Name: finding_night_202602 finding_night_202602_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding_night_202602
    ADD CONSTRAINT finding_night_202602_pkey PRIMARY KEY (finding_id, run_on);


--
-- Name: finding finding_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (finding_id);


--
-- Name: finding_scope finding_scope_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding_scope
    ADD CONSTRAINT finding_scope_pkey PRIMARY KEY (finding_id);


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: forecast forecast_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.forecast
    ADD CONSTRAINT forecast_pkey PRIMARY KEY (run_on, subject, measure);


--
-- Name: forecast_202602 forecast_202602_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.forecast_202602
    ADD CONSTRAINT forecast_202602_pkey PRIMARY KEY (run_on, subject, measure);


--
-- Name: growth_night growth_night_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.growth_night
    ADD CONSTRAINT growth_night_pkey PRIMARY KEY (run_on);


--
-- Name: growth_part growth_part_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.growth_part
    ADD CONSTRAINT growth_part_pkey PRIMARY KEY (run_on, pool, days, dataset, presence);


--
-- Name: growth_score growth_score_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.growth_score
    ADD CONSTRAINT growth_score_pkey PRIMARY KEY (run_on, score_group, bucket);


--
-- Name: growth_state growth_state_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.growth_state
    ADD CONSTRAINT growth_state_pkey PRIMARY KEY (subject, measure);


--
-- Name: growth_window growth_window_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.growth_window
    ADD CONSTRAINT growth_window_pkey PRIMARY KEY (run_on, pool, days);


--
-- Name: object object_kind_subject_key; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.object
    ADD CONSTRAINT object_kind_subject_key UNIQUE (kind, subject);


--
-- Name: object object_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.object
    ADD CONSTRAINT object_pkey PRIMARY KEY (object_id);


--
-- Name: outbox_attempt outbox_attempt_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox_attempt
    ADD CONSTRAINT outbox_attempt_pkey PRIMARY KEY (outbox_id, attempt);


--
-- Name: outbox_body outbox_body_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox_body
    ADD CONSTRAINT outbox_body_pkey PRIMARY KEY (outbox_id);


--
-- Name: outbox outbox_channel_recipient_topic_job_run_on_revision_key; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox
    ADD CONSTRAINT outbox_channel_recipient_topic_job_run_on_revision_key UNIQUE (channel, recipient, topic, job, run_on, revision);


--
-- Name: outbox outbox_idempotency_key_key; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox
    ADD CONSTRAINT outbox_idempotency_key_key UNIQUE (idempotency_key);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (outbox_id);


--
-- Name: prometheus_answer prometheus_answer_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.prometheus_answer
    ADD CONSTRAINT prometheus_answer_pkey PRIMARY KEY (cluster);


--
-- Name: promise_period promise_period_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.promise_period
    ADD CONSTRAINT promise_period_pkey PRIMARY KEY (run_on, source, promise, period, begins_at);


--
-- Name: promise promise_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (run_on, source, promise);


--
-- Name: proposal_event proposal_event_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_event
    ADD CONSTRAINT proposal_event_pkey PRIMARY KEY (proposal_id, place);


--
-- Name: proposal_night proposal_night_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_night
    ADD CONSTRAINT proposal_night_pkey PRIMARY KEY (run_on, proposal_id);


--
-- Name: proposal proposal_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (proposal_id);


--
-- Name: proposal_review proposal_review_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_review
    ADD CONSTRAINT proposal_review_pkey PRIMARY KEY (run_on);


--
-- Name: proposal_step proposal_step_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_step
    ADD CONSTRAINT proposal_step_pkey PRIMARY KEY (proposal_id, plan_hash, place);


--
-- Name: protection_night protection_night_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.protection_night
    ADD CONSTRAINT protection_night_pkey PRIMARY KEY (run_on, namespace);


--
-- Name: protection protection_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.protection
    ADD CONSTRAINT protection_pkey PRIMARY KEY (run_on, claim);


--
-- Name: removal removal_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.removal
    ADD CONSTRAINT removal_pkey PRIMARY KEY (run_id, what);


--
-- Name: retention_snapshot retention_snapshot_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.retention_snapshot
    ADD CONSTRAINT retention_snapshot_pkey PRIMARY KEY (run_on, subject);


--
-- Name: run run_job_run_on_attempt_key; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.run
    ADD CONSTRAINT run_job_run_on_attempt_key UNIQUE (job, run_on, attempt);


--
-- Name: run run_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (run_id);


--
-- Name: runway runway_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.runway
    ADD CONSTRAINT runway_pkey PRIMARY KEY (run_on, kind, subject);


--
-- Name: scenario scenario_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.scenario
    ADD CONSTRAINT scenario_pkey PRIMARY KEY (run_on, pool, place);


--
-- Name: series_pattern series_pattern_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.series_pattern
    ADD CONSTRAINT series_pattern_pkey PRIMARY KEY (found_on, subject, measure, pattern, day);


--
-- Name: snapshot_holding snapshot_holding_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.snapshot_holding
    ADD CONSTRAINT snapshot_holding_pkey PRIMARY KEY (run_on, subject);


--
-- Name: snapshot_usage snapshot_usage_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.snapshot_usage
    ADD CONSTRAINT snapshot_usage_pkey PRIMARY KEY (object_id);


--
-- Name: source_cost source_cost_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.source_cost
    ADD CONSTRAINT source_cost_pkey PRIMARY KEY (run_on, source, code, severity);


--
-- Name: source source_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (run_id, name);


--
-- Name: source_score source_score_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.source_score
    ADD CONSTRAINT source_score_pkey PRIMARY KEY (run_on, source);


--
-- Name: tally tally_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.tally
    ADD CONSTRAINT tally_pkey PRIMARY KEY (subject, measure, day);


--
-- Name: task_retention task_retention_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_retention
    ADD CONSTRAINT task_retention_pkey PRIMARY KEY (run_on, task);


--
-- Name: usage usage_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.usage
    ADD CONSTRAINT usage_pkey PRIMARY KEY (day, object_id);


--
-- Name: usage_202511 usage_202511_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.usage_202511
    ADD CONSTRAINT usage_202511_pkey PRIMARY KEY (day, object_id);


--
-- Name: usage_202602 usage_202602_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.usage_202602
    ADD CONSTRAINT usage_202602_pkey PRIMARY KEY (day, object_id);


--
-- Name: version version_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (object_id, valid_from);


--
-- Name: withheld withheld_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.withheld
    ADD CONSTRAINT withheld_pkey PRIMARY KEY (run_id, kind, part, reason, code);


--
-- Name: finding_scope finding_scope_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.finding_scope
    ADD CONSTRAINT finding_scope_pkey PRIMARY KEY (run_id, code, subject);


--
-- Name: held held_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.held
    ADD CONSTRAINT held_pkey PRIMARY KEY (run_id, part);


--
-- Name: ruling ruling_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.ruling
    ADD CONSTRAINT ruling_pkey PRIMARY KEY (run_id, code, subject);


--
-- Name: series series_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.series
    ADD CONSTRAINT series_pkey PRIMARY KEY (run_id, series_no);


--
-- Name: verdict verdict_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.verdict
    ADD CONSTRAINT verdict_pkey PRIMARY KEY (run_id, code, subject);


--
-- Name: anomaly_expected_by_series; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX anomaly_expected_by_series ON ledger.anomaly_expected USING btree (subject, measure);


--
-- Name: anomaly_peak_by_night; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX anomaly_peak_by_night ON ledger.anomaly_peak USING btree (told_on);


--
-- Name: finding_night_by_night; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX finding_night_by_night ON ONLY ledger.finding_night USING btree (run_on);


--
-- Name: finding_night_202602_run_on_idx; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX finding_night_202602_run_on_idx ON ledger.finding_night_202602 USING btree (run_on);


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX flyway_schema_history_s_idx ON ledger.flyway_schema_history USING btree (success);


--
-- Name: forecast_full; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX forecast_full ON ONLY ledger.forecast USING btree (subject, measure, run_on) WHERE (outlook = 'full'::text);


--
-- Name: forecast_202602_subject_measure_run_on_idx; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX forecast_202602_subject_measure_run_on_idx ON ledger.forecast_202602 USING btree (subject, measure, run_on) WHERE (outlook = 'full'::text);


--
-- Name: object_by_part; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX object_by_part ON ledger.object USING btree (source, kind);


--
-- Name: outbox_by_night; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX outbox_by_night ON ledger.outbox USING btree (run_on);


--
-- Name: outbox_open; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX outbox_open ON ledger.outbox USING btree (channel, outbox_id) WHERE (closed_at IS NULL);


--
-- Name: proposal_once; Type: INDEX; Schema: ledger; Owner: -
--

CREATE UNIQUE INDEX proposal_once ON ledger.proposal USING btree (code, subject) WHERE (state <> ALL (ARRAY['done'::text, 'withdrawn'::text]));


--
-- Name: series_pattern_by_series; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX series_pattern_by_series ON ledger.series_pattern USING btree (subject, measure, found_on);


--
-- Name: source_score_by_source; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX source_score_by_source ON ledger.source_score USING btree (source, run_on);


--
-- Name: tally_by_day; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX tally_by_day ON ledger.tally USING btree (day);


--
-- Name: usage_not_measured; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX usage_not_measured ON ONLY ledger.usage USING btree (origin, day) WHERE (origin <> 'measured'::text);


--
-- Name: usage_202511_origin_day_idx; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX usage_202511_origin_day_idx ON ledger.usage_202511 USING btree (origin, day) WHERE (origin <> 'measured'::text);


--
-- Name: usage_202602_origin_day_idx; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX usage_202602_origin_day_idx ON ledger.usage_202602 USING btree (origin, day) WHERE (origin <> 'measured'::text);


--
-- Name: object_by_part; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX object_by_part ON staging.object USING btree (run_id, source, kind);


--
-- Name: finding_night_202602_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.finding_night_pkey ATTACH PARTITION ledger.finding_night_202602_pkey;


--
-- Name: finding_night_202602_run_on_idx; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.finding_night_by_night ATTACH PARTITION ledger.finding_night_202602_run_on_idx;


--
-- Name: forecast_202602_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.forecast_pkey ATTACH PARTITION ledger.forecast_202602_pkey;


--
-- Name: forecast_202602_subject_measure_run_on_idx; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.forecast_full ATTACH PARTITION ledger.forecast_202602_subject_measure_run_on_idx;


--
-- Name: usage_202511_origin_day_idx; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.usage_not_measured ATTACH PARTITION ledger.usage_202511_origin_day_idx;


--
-- Name: usage_202511_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.usage_pkey ATTACH PARTITION ledger.usage_202511_pkey;


--
-- Name: usage_202602_origin_day_idx; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.usage_not_measured ATTACH PARTITION ledger.usage_202602_origin_day_idx;


--
-- Name: usage_202602_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.usage_pkey ATTACH PARTITION ledger.usage_202602_pkey;


--
-- Name: proposal_event proposal_event_is_final; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER proposal_event_is_final BEFORE DELETE OR UPDATE ON ledger.proposal_event FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: proposal_event proposal_events_stay; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER proposal_events_stay BEFORE TRUNCATE ON ledger.proposal_event FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: batch_job_execution_context job_exec_ctx_fk; Type: FK CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_execution_context
    ADD CONSTRAINT job_exec_ctx_fk FOREIGN KEY (job_execution_id) REFERENCES batch.batch_job_execution(job_execution_id);


--
-- Name: batch_job_execution_params job_exec_params_fk; Type: FK CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_execution_params
    ADD CONSTRAINT job_exec_params_fk FOREIGN KEY (job_execution_id) REFERENCES batch.batch_job_execution(job_execution_id);


--
-- Name: batch_step_execution job_exec_step_fk; Type: FK CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_step_execution
    ADD CONSTRAINT job_exec_step_fk FOREIGN KEY (job_execution_id) REFERENCES batch.batch_job_execution(job_execution_id);


--
-- Name: batch_job_execution job_inst_exec_fk; Type: FK CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_job_execution
    ADD CONSTRAINT job_inst_exec_fk FOREIGN KEY (job_instance_id) REFERENCES batch.batch_job_instance(job_instance_id);


--
-- Name: batch_step_execution_context step_exec_ctx_fk; Type: FK CONSTRAINT; Schema: batch; Owner: -
--

ALTER TABLE ONLY batch.batch_step_execution_context
    ADD CONSTRAINT step_exec_ctx_fk FOREIGN KEY (step_execution_id) REFERENCES batch.batch_step_execution(step_execution_id);


--
-- Name: capture capture_run_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.capture
    ADD CONSTRAINT capture_run_id_fkey FOREIGN KEY (run_id) REFERENCES ledger.run(run_id) ON DELETE CASCADE;


--
-- Name: finding_night finding_night_finding_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ledger.finding_night
    ADD CONSTRAINT finding_night_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES ledger.finding(finding_id);


--
-- Name: finding_scope finding_scope_finding_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.finding_scope
    ADD CONSTRAINT finding_scope_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES ledger.finding(finding_id) ON DELETE CASCADE;


--
-- Name: growth_part growth_part_run_on_pool_days_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.growth_part
    ADD CONSTRAINT growth_part_run_on_pool_days_fkey FOREIGN KEY (run_on, pool, days) REFERENCES ledger.growth_window(run_on, pool, days) ON DELETE CASCADE;


--
-- Name: outbox_attempt outbox_attempt_outbox_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox_attempt
    ADD CONSTRAINT outbox_attempt_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES ledger.outbox(outbox_id) ON DELETE CASCADE;


--
-- Name: outbox_body outbox_body_outbox_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox_body
    ADD CONSTRAINT outbox_body_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES ledger.outbox(outbox_id) ON DELETE CASCADE;


--
-- Name: outbox outbox_run_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.outbox
    ADD CONSTRAINT outbox_run_id_fkey FOREIGN KEY (run_id) REFERENCES ledger.run(run_id) ON DELETE SET NULL;


--
-- Name: promise_period promise_period_run_on_source_promise_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.promise_period
    ADD CONSTRAINT promise_period_run_on_source_promise_fkey FOREIGN KEY (run_on, source, promise) REFERENCES ledger.promise(run_on, source, promise) ON DELETE CASCADE;


--
-- Name: proposal_event proposal_event_proposal_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_event
    ADD CONSTRAINT proposal_event_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES ledger.proposal(proposal_id);


--
-- Name: proposal_night proposal_night_proposal_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_night
    ADD CONSTRAINT proposal_night_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES ledger.proposal(proposal_id);


--
-- Name: proposal_step proposal_step_proposal_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.proposal_step
    ADD CONSTRAINT proposal_step_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES ledger.proposal(proposal_id);


--
-- Name: removal removal_run_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.removal
    ADD CONSTRAINT removal_run_id_fkey FOREIGN KEY (run_id) REFERENCES ledger.run(run_id) ON DELETE CASCADE;


--
-- Name: source_cost source_cost_run_on_source_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.source_cost
    ADD CONSTRAINT source_cost_run_on_source_fkey FOREIGN KEY (run_on, source) REFERENCES ledger.source_score(run_on, source) ON DELETE CASCADE;


--
-- Name: source source_run_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.source
    ADD CONSTRAINT source_run_id_fkey FOREIGN KEY (run_id) REFERENCES ledger.run(run_id) ON DELETE CASCADE;


--
-- Name: withheld withheld_run_id_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.withheld
    ADD CONSTRAINT withheld_run_id_fkey FOREIGN KEY (run_id) REFERENCES ledger.run(run_id) ON DELETE CASCADE;


--
-- Name: SCHEMA mart; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA mart TO poolkeeper_reader;


--
-- Name: TABLE absorbed_night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.absorbed_night TO poolkeeper_reader;


--
-- Name: TABLE alarm_threshold; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.alarm_threshold TO poolkeeper_reader;


--
-- Name: TABLE anomaly; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.anomaly TO poolkeeper_reader;


--
-- Name: TABLE anomaly_expected; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.anomaly_expected TO poolkeeper_reader;


--
-- Name: TABLE anomaly_night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.anomaly_night TO poolkeeper_reader;


--
-- Name: TABLE backtest; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.backtest TO poolkeeper_reader;


--
-- Name: TABLE finding; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.finding TO poolkeeper_reader;


--
-- Name: TABLE believed_part; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.believed_part TO poolkeeper_reader;


--
-- Name: TABLE night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.night TO poolkeeper_reader;


--
-- Name: TABLE capture; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.capture TO poolkeeper_reader;


--
-- Name: TABLE claim_day; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.claim_day TO poolkeeper_reader;


--
-- Name: TABLE claim_history; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.claim_history TO poolkeeper_reader;


--
-- Name: TABLE complete_pool_night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.complete_pool_night TO poolkeeper_reader;


--
-- Name: TABLE object; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.object TO poolkeeper_reader;


--
-- Name: TABLE dataset; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset TO poolkeeper_reader;


--
-- Name: TABLE dataset_day; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset_day TO poolkeeper_reader;


--
-- Name: TABLE dataset_history; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset_history TO poolkeeper_reader;


--
-- Name: TABLE link; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.link TO poolkeeper_reader;


--
-- Name: TABLE dataset_holder; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset_holder TO poolkeeper_reader;


--
-- Name: TABLE volume; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.volume TO poolkeeper_reader;


--
-- Name: TABLE dataset_owner; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset_owner TO poolkeeper_reader;


--
-- Name: TABLE dataset_retention; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset_retention TO poolkeeper_reader;


--
-- Name: TABLE dataset_space; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.dataset_space TO poolkeeper_reader;


--
-- Name: TABLE delivery; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.delivery TO poolkeeper_reader;


--
-- Name: TABLE delivery_attempt; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.delivery_attempt TO poolkeeper_reader;


--
-- Name: TABLE exception; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.exception TO poolkeeper_reader;


--
-- Name: TABLE finding_scope; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.finding_scope TO poolkeeper_reader;


--
-- Name: TABLE forecast; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.forecast TO poolkeeper_reader;


--
-- Name: TABLE forecast_outcome; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.forecast_outcome TO poolkeeper_reader;


--
-- Name: TABLE forecast_path; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.forecast_path TO poolkeeper_reader;


--
-- Name: TABLE growth_night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.growth_night TO poolkeeper_reader;


--
-- Name: TABLE growth_part; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.growth_part TO poolkeeper_reader;


--
-- Name: TABLE growth_window; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.growth_window TO poolkeeper_reader;


--
-- Name: TABLE history_day; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.history_day TO poolkeeper_reader;


--
-- Name: TABLE known_name; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.known_name TO poolkeeper_reader;


--
-- Name: TABLE namespace_growth; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.namespace_growth TO poolkeeper_reader;


--
-- Name: TABLE own_space; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.own_space TO poolkeeper_reader;


--
-- Name: TABLE pinned_snapshot; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.pinned_snapshot TO poolkeeper_reader;


--
-- Name: TABLE pool; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.pool TO poolkeeper_reader;


--
-- Name: TABLE pool_day; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.pool_day TO poolkeeper_reader;


--
-- Name: TABLE pool_forecast; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.pool_forecast TO poolkeeper_reader;


--
-- Name: TABLE pool_ground; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.pool_ground TO poolkeeper_reader;


--
-- Name: TABLE pool_space; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.pool_space TO poolkeeper_reader;


--
-- Name: TABLE promise; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.promise TO poolkeeper_reader;


--
-- Name: TABLE promise_period; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.promise_period TO poolkeeper_reader;


--
-- Name: TABLE proposal; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.proposal TO poolkeeper_reader;


--
-- Name: TABLE proposal_event; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.proposal_event TO poolkeeper_reader;


--
-- Name: TABLE proposal_night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.proposal_night TO poolkeeper_reader;


--
-- Name: TABLE proposal_review; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.proposal_review TO poolkeeper_reader;


--
-- Name: TABLE proposal_step; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.proposal_step TO poolkeeper_reader;


--
-- Name: TABLE protection; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.protection TO poolkeeper_reader;


--
-- Name: TABLE protection_night; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.protection_night TO poolkeeper_reader;


--
-- Name: TABLE removal; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.removal TO poolkeeper_reader;


--
-- Name: TABLE retention_snapshot; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.retention_snapshot TO poolkeeper_reader;


--
-- Name: TABLE run; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.run TO poolkeeper_reader;


--
-- Name: TABLE run_step; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.run_step TO poolkeeper_reader;


--
-- Name: TABLE runway; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.runway TO poolkeeper_reader;


--
-- Name: TABLE scenario; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.scenario TO poolkeeper_reader;


--
-- Name: TABLE series_day; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.series_day TO poolkeeper_reader;


--
-- Name: TABLE series_pattern; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.series_pattern TO poolkeeper_reader;


--
-- Name: TABLE snapshot_growth; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.snapshot_growth TO poolkeeper_reader;


--
-- Name: TABLE snapshot_holding; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.snapshot_holding TO poolkeeper_reader;


--
-- Name: TABLE snapshot_task; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.snapshot_task TO poolkeeper_reader;


--
-- Name: TABLE snapshot_trend; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.snapshot_trend TO poolkeeper_reader;


--
-- Name: TABLE source; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.source TO poolkeeper_reader;


--
-- Name: TABLE source_cost; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.source_cost TO poolkeeper_reader;


--
-- Name: TABLE source_score; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.source_score TO poolkeeper_reader;


--
-- Name: TABLE tally_day; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.tally_day TO poolkeeper_reader;


--
-- Name: TABLE task_retention; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.task_retention TO poolkeeper_reader;


--
-- Name: TABLE unjudged_retention; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.unjudged_retention TO poolkeeper_reader;


--
-- Name: TABLE volume_space; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.volume_space TO poolkeeper_reader;


--
-- Name: TABLE withheld; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.withheld TO poolkeeper_reader;


--
-- Name: TABLE zfs_snapshot; Type: ACL; Schema: mart; Owner: -
--

GRANT SELECT ON TABLE mart.zfs_snapshot TO poolkeeper_reader;


--
-- PostgreSQL database dump complete
--


