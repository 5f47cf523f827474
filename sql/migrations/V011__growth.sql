-- Series of a night, what their forecasts rest on, and what was forecast.

-- grain: one row per run and series that exists on its night
create unlogged table staging.series (
    run_id bigint not null,
    series_no integer not null,
    kind text not null,
    subject text not null,
    measure text not null,
    object_id bigint,
    source text not null,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    capacity bigint,
    capacity_of text,
    first_on date not null,
    rebuilt_counts boolean not null,
    forecast boolean not null,
    slot smallint not null check (slot between 0 and 6),
    due boolean not null default true,
    primary key (run_id, series_no),
    check ((capacity is null) = (capacity_of is null))
);

comment on table staging.series is
    'One row per run and series that exists on its night: what is measured of which subject, and whom it serves.';
comment on column staging.series.object_id is
    'Whose rows of ledger.usage are its values; null: they are in ledger.tally.';
comment on column staging.series.first_on is
    'Values before this day are of an earlier object of that name, or too old to matter.';
comment on column staging.series.rebuilt_counts is
    'Whether rebuilt days may be joined to measured ones; not so for clones, whose measured days may leave out what they share.';
comment on column staging.series.slot is 'The day of the week, counted from anywhere, on which it is examined anew.';
comment on column staging.series.due is 'Whether it is examined on this night.';

-- grain: one row per day, subject and measure that is a sum or a count over other objects
create table ledger.tally (
    day date not null,
    subject text not null,
    measure text not null,
    source text not null,
    value bigint,
    parts integer not null check (parts >= 0),
    primary key (subject, measure, day)
);

create index tally_by_day on ledger.tally (day);

comment on table ledger.tally is
    'One row per day (UTC), subject and measure: a sum or count over other objects, as the night saw them.';
comment on column ledger.tally.measure is
    'used: bytes charged to the datasets of the volumes in it; snapshots, volumes: how many there are.';
comment on column ledger.tally.value is 'null: a part of it was not known that night, so neither is the whole.';
comment on column ledger.tally.parts is 'Over how many objects.';

-- grain: one row per series that was ever examined
create table ledger.growth_state (
    subject text not null,
    measure text not null,
    examined_on date not null,
    origins smallint not null check (origins >= 0),
    exponent smallint not null,
    methods text[] not null,
    weights double precision[] not null,
    scale double precision[] not null,
    own_scores double precision[] not null,
    own_counts smallint[] not null,
    primary key (subject, measure),
    check (cardinality(methods) = cardinality(weights)),
    check (cardinality(scale) = cardinality(own_counts))
);

comment on table ledger.growth_state is
    'One row per series that was ever examined: what its past taught, as of its newest examination.';
comment on column ledger.growth_state.methods is 'Candidates with a say in the blend, beside their weights, which sum to 1.';
comment on column ledger.growth_state.scale is
    'Error to be expected per range of days ahead (1-3, 4-7, 8-14, 15-30, 31-60, 61-90), divided by two to the exponent.';
comment on column ledger.growth_state.own_scores is
    'Past errors of such blends in units of the scale, range after range; own_counts says how many are of each.';

-- grain: one row per night, group of series and range of days ahead that got scores
create table ledger.growth_score (
    run_on date not null,
    score_group text not null,
    bucket smallint not null,
    bins smallint[] not null,
    counts bigint[] not null,
    primary key (run_on, score_group, bucket),
    check (cardinality(bins) = cardinality(counts))
);

comment on table ledger.growth_score is
    'One row per night, group of series and range of days ahead: how wrong forecasts of the series examined that night were, counted in bins.';

-- grain: one row per night that forecast
create table ledger.growth_night (
    run_on date primary key,
    series integer not null check (series >= 0),
    examined integer not null check (examined >= 0),
    scored integer not null check (scored >= 0),
    forecasts integer not null check (forecasts >= 0)
);

comment on table ledger.growth_night is
    'One row per night that forecast: how many series there were, were examined, gave scores, and were forecast.';

-- grain: one row per night and series
create table ledger.forecast (
    run_on date not null,
    subject text not null,
    measure text not null,
    kind text not null,
    source text not null,
    pool text,
    dataset text,
    volume text,
    claim text,
    namespace text,
    storage_class text,
    outcome text not null check (outcome in ('forecast', 'not-enough-history', 'not-measured')),
    outlook text not null check (outlook in ('full', 'fills', 'never', 'no-capacity', 'not-forecast')),
    reason text not null,
    outlook_reason text,
    last_known_on date,
    last_value double precision,
    history_days integer not null,
    missing_days integer not null,
    repaired_on date[] not null,
    rebuilt_days integer not null,
    prometheus_days integer not null,
    capacity bigint,
    capacity_of text,
    p7 real check (p7 between 0 and 1),
    p30 real check (p30 between 0 and 1),
    p90 real check (p90 between 0 and 1),
    earliest_on date,
    likely_on date,
    latest_on date,
    order_by date,
    trend text check (trend in ('growing', 'shrinking', 'none')),
    growth_per_day double precision,
    expected_error double precision,
    even_since date,
    cycle_days integer,
    origins integer,
    methods text[] not null,
    shares real[] not null,
    past_errors real[] not null,
    days_ahead smallint[] not null,
    bands real[] not null,
    primary key (run_on, subject, measure),
    check (cardinality(methods) = cardinality(shares)),
    check (cardinality(bands) = 5 * cardinality(days_ahead)),
    check ((outcome = 'forecast') = (outlook <> 'not-forecast'))
) partition by range (run_on);

-- for what did fill after it was forecast to, or not to; hardly anything is full
create index forecast_full on ledger.forecast (subject, measure, run_on) where outlook = 'full';

comment on table ledger.forecast is
    'One row per night and series: what was forecast of it and why, or why not; partitioned by month.';
