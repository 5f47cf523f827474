-- Makes a year of a ledger that has one night: what that night found is copied to the 364 days before it, with figures
-- that grow. For measuring only.
set synchronous_commit = off;
set work_mem = '128MB';

create temporary table past as
select run_on as newest, run_id, i as back, run_on - i as day
from mart.night cross join generate_series(1, 364) as i
where run_on = (select max(run_on) from mart.night);

update ledger.version set valid_from = (select min(day) from past);

insert into ledger.run (job, run_on, attempt, origin, status, version, policy, started_at, finished_at, captured_at,
    absorbed, verdict, score, history_rebuilt)
select job, past.day, 1, origin, status, version, policy, started_at - make_interval(days => back),
    finished_at - make_interval(days => back), captured_at - make_interval(days => back), true, verdict, score, true
from past join ledger.run using (run_id)
on conflict do nothing;

-- tables keyed by run
do $$
declare
    part text;
    columns text;
    copied text;
begin
    foreach part in array array['source', 'capture'] loop
        select string_agg(quote_ident(column_name), ', '), string_agg('had.' || quote_ident(column_name), ', ')
        into columns, copied
        from information_schema.columns
        where table_schema = 'ledger' and table_name = part and column_name <> 'run_id';
        execute format(
            'insert into ledger.%I (run_id, %s) select run.run_id, %s from past
                join ledger.run on run.run_on = past.day and run.job = ''nightly''
                join ledger.%I as had on had.run_id = past.run_id',
            part, columns, copied, part);
    end loop;
end
$$;

-- as many findings as a large estate has
insert into ledger.finding (fingerprint, code, subject)
select 'PK102:' || subject, 'PK102', subject from ledger.object where kind = 'datasets' order by object_id limit 900
on conflict do nothing;
insert into ledger.finding_night (finding_id, run_on, status, severity, confirmed, first_seen_at, last_seen_at, nights,
    reclaimable_bytes, evidence)
select finding_id, (select max(newest) from past), 'persisting', 'warning', true, now() - interval '300 days', now(), 300,
    1073741824, '{"nothing uses it"}'
from ledger.finding
where not exists (select from ledger.finding_night where finding_night.finding_id = finding.finding_id);

select ledger.ensure_month(month::date), ledger.ensure_forecast_month(month::date)
from (select distinct date_trunc('month', day) as month from past) as needed;

-- forecasts as they are once there is a past
update ledger.forecast set
    outcome = 'forecast',
    outlook = case when capacity is null then 'no-capacity' when hashtext(subject) % 20 = 0 then 'fills' else 'never' end,
    p7 = case when capacity is not null then 0.01 end,
    p30 = case when capacity is not null then 0.1 end,
    p90 = case when capacity is not null then 0.4 end,
    earliest_on = case when capacity is not null and hashtext(subject) % 20 = 0 then run_on + 60 end,
    likely_on = case when capacity is not null and hashtext(subject) % 20 = 0 then run_on + 120 end,
    order_by = case when capacity is not null and hashtext(subject) % 20 = 0 then run_on + 15 end,
    last_known_on = run_on, trend = 'growing', growth_per_day = 1e9, expected_error = 1e9,
    methods = '{HOLT,LINE_90}', shares = '{0.6,0.4}', days_ahead = '{3,7,14,30,60,90,180}',
    bands = array_fill(last_value::real, array[35]);

-- tables keyed by night
do $$
declare
    part text;
    columns text;
    copied text;
    nights integer;
begin
    for part, nights in
        select * from (values
            ('finding_night', 364), ('forecast', 190), ('dataset_retention', 364), ('task_retention', 364),
            ('promise', 364), ('protection', 8), ('protection_night', 364), ('snapshot_holding', 364),
            ('source_score', 364), ('source_cost', 364), ('exception_night', 364), ('growth_night', 364),
            ('proposal_night', 364), ('proposal_review', 364)) as kept (name, nights)
    loop
        select string_agg(quote_ident(column_name), ', '), string_agg('had.' || quote_ident(column_name), ', ')
        into columns, copied
        from information_schema.columns
        where table_schema = 'ledger' and table_name = part and column_name <> 'run_on';
        execute format(
            'insert into ledger.%I (run_on, %s) select past.day, %s from past
                join ledger.%I as had on had.run_on = past.newest
                where past.back <= %s',
            part, columns, copied, part, nights);
    end loop;
end
$$;

insert into ledger.usage (day, object_id, used_bytes, available_bytes, referenced_bytes, snapshot_bytes, children_bytes,
    reserved_bytes, capacity_bytes, origin)
select past.day, object_id, (used_bytes * (1 - back / 500.0))::bigint, available_bytes,
    (referenced_bytes * (1 - back / 500.0))::bigint, snapshot_bytes, children_bytes, reserved_bytes, capacity_bytes, origin
from past join ledger.usage as had on had.day = past.newest;

insert into ledger.tally (day, subject, measure, source, value, parts)
select past.day, subject, measure, source, (value * (1 - back / 500.0))::bigint, parts
from past join ledger.tally as had on had.day = past.newest;

