-- Who promises snapshots, and what became of it over all datasets: one line per policy and task, with its calendar.

alter table ledger.dataset_retention add column promised_since timestamptz;

comment on column ledger.dataset_retention.promised_since is
    'When a night first saw just this policy be about the dataset, without a break; null: no policy is.';

-- grain: one row per night and promise
create table ledger.promise (
    run_on date not null,
    source text not null check (source in ('policy', 'sanoid', 'task', 'replication', 'nobody')),
    promise text not null,
    terms text not null,
    datasets integer not null check (datasets >= 0),
    kept bigint not null check (kept >= 0),
    overdue bigint not null check (overdue >= 0),
    unowned bigint not null check (unowned >= 0),
    held bigint not null check (held >= 0),
    future bigint not null check (future >= 0),
    unparsable bigint not null check (unparsable >= 0),
    kubernetes bigint not null check (kubernetes >= 0),
    undecided bigint not null check (undecided >= 0),
    missing bigint not null check (missing >= 0),
    missing_severity text check (missing_severity in ('critical', 'warning', 'info')),
    too_many integer not null check (too_many >= 0),
    holds_least_bytes bigint not null,
    holds_most_bytes bigint check (holds_most_bytes >= holds_least_bytes),
    overdue_least_bytes bigint not null,
    overdue_most_bytes bigint check (overdue_most_bytes >= overdue_least_bytes),
    notes text[] not null,
    primary key (run_on, source, promise)
);

comment on table ledger.promise is
    'One row per night and policy, periodic snapshot task, replication task, or NAS with snapshots of nobody: what became of its snapshots. One that two tasks own counts for both.';
comment on column ledger.promise.too_many is 'Datasets with more snapshots than the policy allows.';
comment on column ledger.promise.holds_least_bytes is
    'What its snapshots hold at least; most: at most, null when a dataset does not tell. ZFS tells no more of a set.';

-- grain: one row per promise of the newest night, length of period and period
create table ledger.promise_period (
    run_on date not null,
    source text not null,
    promise text not null,
    period text not null,
    begins_at timestamptz not null,
    present bigint not null check (present >= 0),
    missing bigint not null check (missing >= 0),
    overdue bigint not null check (overdue >= 0),
    unowned bigint not null check (unowned >= 0),
    held bigint not null check (held >= 0),
    primary key (run_on, source, promise, period, begins_at),
    foreign key (run_on, source, promise) references ledger.promise on delete cascade
);

comment on table ledger.promise_period is
    'One row per promise of the newest night, length of period (1h, 1d, 1w, 1m) and one of the last periods: the snapshots that were made in it, and how many are missing.';
