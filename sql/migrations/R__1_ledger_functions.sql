-- Set-based work of the ledger. Kept together: each function is one sentence of the night.

-- Makes sure that space figures of the month of a day have their partition.
create or replace function ledger.ensure_usage_month(of_day date) returns void
language plpgsql as $$
begin
    execute format(
        'create table if not exists ledger.usage_%s partition of ledger.usage for values from (%L) to (%L)',
        to_char(of_day, 'YYYYMM'),
        date_trunc('month', of_day)::date,
        (date_trunc('month', of_day) + interval '1 month')::date);
end
$$;

-- Makes sure that the month of a night has its partitions.
create or replace function ledger.ensure_month(of_day date) returns void
language plpgsql as $$
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

-- The next night after a day that knows a source: what is said of the day must not reach into it.
create or replace function ledger.next_night(of_source text, on_day date) returns date
language sql stable as $$
    select min(run.run_on)
    from ledger.run
    join ledger.source using (run_id)
    where source.name = of_source and run.absorbed and run.run_on > on_day
$$;

-- Makes the ledger say of one part (source and kind) on one night what the run has staged, and
-- touches only objects whose state on that night differs. What is not staged is gone when the part
-- was read completely, else it is as it was the night before. Other nights keep what they said,
-- whatever the order in which nights are run.
create or replace function ledger.absorb(
    of_run bigint, of_source text, of_kind text, on_day date, read_completely boolean
) returns void
language plpgsql as $$
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

-- Takes in the objects of the temporary table tonight that no night has seen before: of them there is
-- nothing to compare, to end or to merge with.
create or replace function ledger.begin_new(
    of_source text, of_kind text, on_day date, next_day date
) returns void
language plpgsql as $$
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

-- Ends on a night what one part still has and the run has not staged: for parts that were absorbed as
-- not read completely, once it is known that they are believed.
create or replace function ledger.end_missing(
    of_run bigint, of_source text, of_kind text, on_day date
) returns void
language plpgsql as $$
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

-- Gives the objects of the temporary table differing, on one day and until the next night, the attributes
-- it wants for them; null: they are gone. Nights before and after keep what they said.
create or replace function ledger.become(on_day date, next_day date) returns void
language plpgsql as $$
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

-- Replaces the space figures that nights measured of one part on one day by those of the staged rows
-- that the temporary table tonight names. Figures of other origin stay where nothing was measured. A
-- snapshot's only figures are the newest ones.
create or replace function ledger.absorb_usage(
    of_source text, of_kind text, on_day date, is_newest boolean
) returns void
language plpgsql as $$
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
