-- Marts of what behaves oddly. Made anew with the other marts, which drop the whole schema: ${marts} changes
-- whenever they do.

drop view if exists mart.anomaly, mart.anomaly_night, mart.alarm_threshold, mart.anomaly_expected, mart.series_pattern;

-- grain: one row per night, series and class that is told on it
create view mart.anomaly as
select
    run_on, subject, measure, anomaly, code, kind, source, pool, dataset, volume, claim, namespace,
    storage_class, began_on, last_over_on, alarmed_on, score, threshold, value_before,
    value_day_before, value_now, value_now - value_before as moved, days, usual_least, usual_most,
    evidence || also as evidence, stayed, severity, fleet, expected
from ledger.anomaly;
comment on view mart.anomaly is
    'One row per night, series and class of oddity that is told on that night, from its first to its last.';
comment on column mart.anomaly.subject is 'As in mart.series_day; with measure it names the series.';
comment on column mart.anomaly.anomaly is 'growth, leak, shrink, flatline, pile-up.';
comment on column mart.anomaly.code is 'The finding it is told as, or part of.';
comment on column mart.anomaly.kind is 'volume, claim, pool, count, as in mart.forecast.';
comment on column mart.anomaly.began_on is 'First day of the episode; of a stand-still or pile-up the last change or release.';
comment on column mart.anomaly.alarmed_on is 'The night of its newest alarm, which scores, values and evidence are of.';
comment on column mart.anomaly.score is 'Of its class; it alarms from threshold on.';
comment on column mart.anomaly.moved is 'By how much, with its sign, over so many days; bytes or a number. 0 at a stand-still.';
comment on column mart.anomaly.usual_least is
    'The lowest such move of the last 400 days, usual_most the highest; of a stand-still or pile-up usual_most is the longest before, in days.';
comment on column mart.anomaly.stayed is 'Whether the level has stayed where the move had brought it.';
comment on column mart.anomaly.fleet is
    'How many series were judged when it alarmed as one of many alike, which are one finding on their source; 0: it alarmed alone.';
comment on column mart.anomaly.expected is 'Why it is expected and who says so; null: nobody does.';

-- grain: one row per night that judged series
create view mart.anomaly_night as
select run_on, judged_from, series, judged, volumes, fitted_on from ledger.anomaly_night;
comment on view mart.anomaly_night is
    'One row per night that judged series for oddities: how many, since when, and with which thresholds.';

-- grain: one row per night that fitted thresholds and class
create view mart.alarm_threshold as
select fitted_on, anomaly, threshold, nights, volumes, budget from ledger.alarm_threshold;
comment on view mart.alarm_threshold is
    'One row per night that fitted the site''s own thresholds, and class; nights after it use them.';

-- grain: one row per statement of a person
create view mart.anomaly_expected as
select
    expected_id, subject, measure, anomaly, alarmed_on, score, reason, said_by, said_at,
    withdrawn_by, withdrawn_at
from ledger.anomaly_expected;
comment on view mart.anomaly_expected is
    'One row per alarm that a person called expected, with who, when and why; withdrawn ones included.';

-- grain: one row per series, night that looked at it, pattern and day the pattern is about
create view mart.series_pattern as
select found_on, subject, measure, pattern, day, size, evidence from ledger.series_pattern;
comment on view mart.series_pattern is
    'One row per series, night that looked at it, pattern and day: weekly-cycle, release-period, rise-period, step, slope-change, saturation, glitch.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when undefined_object or insufficient_privilege then
        raise notice 'no role poolkeeper_reader to grant the marts to';
end
$$;
