-- What weekly-capacity found: how long there is room, who made pools grow, and what would change it.

-- grain: one row per night and pool, NAS, cluster, namespace or StorageClass
create table ledger.runway (
    run_on date not null,
    kind text not null check (kind in ('pool', 'nas', 'cluster', 'namespace', 'storage-class')),
    subject text not null,
    used_bytes bigint,
    capacity_bytes bigint,
    growth_per_day double precision,
    outlook text not null check (outlook in ('full', 'fills', 'never', 'unknown')),
    reason text not null,
    p7 double precision check (p7 between 0 and 1),
    p30 double precision check (p30 between 0 and 1),
    p90 double precision check (p90 between 0 and 1),
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
    severity text check (severity in ('critical', 'warning', 'info')),
    pools text[] not null,
    soonest text,
    primary key (run_on, kind, subject),
    check ((outlook = 'unknown') = (soonest is null))
);

comment on table ledger.runway is
    'One row per night of a weekly run and pool, NAS, cluster, namespace or StorageClass: how long there is room.';

-- grain: one row per night, pool and length of window
create table ledger.growth_window (
    run_on date not null,
    pool text not null,
    days integer not null check (days > 0),
    unknown text,
    from_on date,
    to_on date,
    delta_bytes bigint,
    remainder_bytes bigint,
    remainder_reasons text[] not null,
    primary key (run_on, pool, days),
    check (from_on < to_on),
    check ((unknown is null) = (from_on is not null)),
    check ((unknown is null) = (to_on is not null)),
    check ((unknown is null) = (delta_bytes is not null)),
    check ((unknown is null) = (remainder_bytes is not null))
);

comment on table ledger.growth_window is
    'One row per night of a weekly run, pool and length of window: by how much the pool changed, and what no dataset accounts for.';
comment on column ledger.growth_window.days is 'The length that was wanted; from_on and to_on are the nights that were there.';
comment on column ledger.growth_window.unknown is 'Why nothing can be said of it.';

-- grain: one row per night, pool, length of window and dataset whose own space changed; a name that was
-- given to another dataset meanwhile has two
create table ledger.growth_part (
    run_on date not null,
    pool text not null,
    days integer not null,
    dataset text not null,
    presence text not null check (presence in ('there', 'new', 'deleted', 'renamed')),
    formerly text,
    volume text,
    namespace text,
    claim text,
    tasks text[] not null,
    data_bytes bigint not null,
    snapshot_bytes bigint not null,
    reserved_bytes bigint not null,
    unsplit_bytes bigint not null,
    primary key (run_on, pool, days, dataset, presence),
    foreign key (run_on, pool, days) references ledger.growth_window on delete cascade,
    check ((presence = 'renamed') = (formerly is not null))
);

comment on table ledger.growth_part is
    'One row per night of a weekly run, pool, length of window and dataset or zvol whose own space changed: by how much, and whom it serves.';

-- grain: one row per night, pool and scenario
create table ledger.scenario (
    run_on date not null,
    pool text not null,
    place smallint not null,
    name text not null,
    assumption text not null,
    unknown text,
    full_earliest_on date,
    full_likely_on date,
    full_latest_on date,
    order_by date,
    horizon_days integer,
    primary key (run_on, pool, place),
    check ((unknown is null) = (horizon_days is not null))
);

comment on table ledger.scenario is
    'One row per night of a weekly run, pool and scenario: when the pool would be full, or why that is not known.';

-- grain: one row per night, range of days ahead and kind of series (all: all of them)
create table ledger.backtest (
    run_on date not null,
    days_ahead integer not null check (days_ahead > 0),
    kind text not null,
    forecasts bigint not null check (forecasts > 0),
    median_error_percent double precision,
    within_80 double precision not null check (within_80 between 0 and 1),
    within_95 double precision not null check (within_95 between 0 and 1),
    with_probability bigint not null,
    filled bigint not null,
    brier double precision,
    brier_of_share double precision,
    primary key (run_on, days_ahead, kind)
);

comment on table ledger.backtest is
    'One row per night of a weekly run, number of days ahead and kind of series: how right the forecasts were whose day came in the eight weeks before.';
