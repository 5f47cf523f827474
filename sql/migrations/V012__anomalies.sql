-- What behaves oddly: what is told of each night, what the next one has to know, and what a site's own
-- thresholds are fitted to. A series is named by subject and measure, as in mart.series_day.

-- grain: one row per night that judged series
create table ledger.anomaly_night (
    run_on date primary key,
    judged_from date not null check (judged_from <= run_on),
    series integer not null check (series >= 0),
    judged integer not null check (judged >= 0),
    volumes integer not null check (volumes >= 0),
    fitted_on date check (fitted_on < run_on)
);

comment on table ledger.anomaly_night is
    'One row per night that judged series for oddities: how many, since when, and with which thresholds.';
comment on column ledger.anomaly_night.judged_from is 'First day that was judged on it: that after the night before it, or all.';
comment on column ledger.anomaly_night.judged is 'Series that had a reading that night and enough of them before.';
comment on column ledger.anomaly_night.volumes is 'Of these, volumes and claims.';
comment on column ledger.anomaly_night.fitted_on is 'Of ledger.alarm_threshold; null: the shipped thresholds.';

-- grain: one row per night, series and class that is told on it
create table ledger.anomaly (
    run_on date not null,
    subject text not null,
    measure text not null,
    anomaly text not null check (anomaly in ('growth', 'leak', 'shrink', 'flatline', 'pile-up')),
    code text not null,
    kind text not null,
    source text not null,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    began_on date not null,
    last_over_on date not null,
    alarmed_on date not null check (alarmed_on <= run_on),
    score double precision not null check (score > 0),
    threshold double precision not null check (threshold > 0),
    value_before double precision not null,
    value_day_before double precision not null,
    value_now double precision not null,
    days integer not null check (days >= 0),
    usual_least double precision,
    usual_most double precision,
    evidence text[] not null,
    also text[] not null,
    stayed boolean not null,
    severity text not null check (severity in ('critical', 'warning', 'info')),
    fleet integer not null check (fleet >= 0),
    expected text,
    primary key (run_on, subject, measure, anomaly)
);

comment on table ledger.anomaly is
    'One row per night, series and class of oddity that is told on that night, from its first to its last.';
comment on column ledger.anomaly.fleet is
    'How many series were judged when it alarmed as one of many alike; 0: it alarmed alone.';
comment on column ledger.anomaly.expected is 'Why it is expected and who says so; null: nobody does.';

-- grain: one row per night, series and class whose episode runs
create table ledger.anomaly_episode (
    run_on date not null,
    subject text not null,
    measure text not null,
    anomaly text not null check (anomaly in ('growth', 'leak', 'shrink', 'flatline', 'pile-up')),
    began_on date not null,
    last_over_on date not null check (last_over_on >= began_on),
    alarmed double precision not null check (alarmed >= 1),
    primary key (run_on, subject, measure, anomaly)
);

comment on table ledger.anomaly_episode is
    'One row per night, series and class that was over its threshold within the last seven nights, told or not: all that the next night has to know of it.';
comment on column ledger.anomaly_episode.alarmed is 'How many times its threshold it scored when it last alarmed.';

-- grain: one row per day, series and class that scored at least half of the shipped threshold
create table ledger.anomaly_peak (
    day date not null,
    subject text not null,
    measure text not null,
    anomaly text not null check (anomaly in ('growth', 'leak', 'shrink', 'flatline', 'pile-up')),
    score real not null check (score > 0),
    told_on date not null,
    primary key (day, subject, measure, anomaly)
);

create index anomaly_peak_by_night on ledger.anomaly_peak (told_on);

comment on table ledger.anomaly_peak is
    'One row per day (UTC), volume or claim and class with a noticeable score: at least half of the shipped threshold. What a site''s own thresholds are fitted to.';
comment on column ledger.anomaly_peak.told_on is 'The night that judged the day.';

-- grain: one row per day that was judged
create table ledger.anomaly_day (
    day date primary key,
    volumes integer not null check (volumes >= 0),
    told_on date not null
);

comment on table ledger.anomaly_day is
    'One row per day (UTC): of how many volumes and claims it was judged with two months behind it.';

-- grain: one row per night that fitted thresholds and class
create table ledger.alarm_threshold (
    fitted_on date not null,
    anomaly text not null check (anomaly in ('growth', 'leak', 'shrink', 'flatline', 'pile-up')),
    threshold double precision not null check (threshold > 0),
    nights bigint not null check (nights >= 0),
    volumes integer not null check (volumes >= 0),
    budget double precision not null check (budget > 0),
    primary key (fitted_on, anomaly)
);

comment on table ledger.alarm_threshold is
    'One row per night that fitted the site''s own thresholds, and class; nights after it use them.';
comment on column ledger.alarm_threshold.nights is 'Volume-nights they rest on; below 2,000 they are the shipped ones.';
comment on column ledger.alarm_threshold.budget is 'False alarms allowed per 1,000 volume-nights.';

-- grain: one row per statement of a person
create table ledger.anomaly_expected (
    expected_id bigint generated always as identity primary key,
    subject text not null,
    measure text not null,
    anomaly text not null check (anomaly in ('growth', 'leak', 'shrink', 'flatline', 'pile-up')),
    alarmed_on date not null,
    score double precision not null check (score > 0),
    reason text not null check (reason <> ''),
    said_by text not null,
    said_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index anomaly_expected_by_series on ledger.anomaly_expected (subject, measure);

comment on table ledger.anomaly_expected is
    'One row per alarm that a person called expected: nights after it alarm for that series and class from a quarter above its score on. Never deleted; withdrawn instead.';

-- grain: one row per series, night that looked at it, pattern and day the pattern is about
create table ledger.series_pattern (
    found_on date not null,
    subject text not null,
    measure text not null,
    pattern text not null,
    day date not null,
    size double precision not null,
    evidence text not null,
    primary key (found_on, subject, measure, pattern, day)
);

create index series_pattern_by_series on ledger.series_pattern (subject, measure, found_on);

comment on table ledger.series_pattern is
    'One row per series, night that looked at it, pattern and day: habits and changes of series that are told, and readings that were not believed (glitch).';
