-- What the step retention found: per dataset and per task what is there against what was promised, and the
-- snapshots of the newest night of which there is more to say than that they are kept.

-- grain: one row per night and dataset with snapshots or with somebody who promises them
create table ledger.dataset_retention (
    run_on date not null,
    dataset text not null,
    promises text[] not null,
    kept integer not null check (kept >= 0),
    overdue integer not null check (overdue >= 0),
    unowned integer not null check (unowned >= 0),
    held integer not null check (held >= 0),
    future integer not null check (future >= 0),
    unparsable integer not null check (unparsable >= 0),
    kubernetes integer not null check (kubernetes >= 0),
    undecided integer not null check (undecided >= 0),
    samples text[] not null,
    missing integer not null check (missing >= 0),
    missing_severity text check (missing_severity in ('critical', 'warning', 'info')),
    missing_evidence text[] not null,
    overdue_least_bytes bigint not null,
    overdue_most_bytes bigint check (overdue_most_bytes >= overdue_least_bytes),
    unowned_least_bytes bigint not null,
    unowned_most_bytes bigint check (unowned_most_bytes >= unowned_least_bytes),
    oldest_at timestamptz,
    newest_at timestamptz check (newest_at >= oldest_at),
    most_count integer check (most_count > 0),
    primary key (run_on, dataset),
    check ((missing = 0) = (missing_severity is null))
);

comment on table ledger.dataset_retention is
    'One row per night and dataset with snapshots or with somebody who promises them: how many are in which state.';
comment on column ledger.dataset_retention.promises is 'The policy, or the tasks, with their terms.';
comment on column ledger.dataset_retention.samples is 'The oldest few of each state but kept, as state|@name: reason.';
comment on column ledger.dataset_retention.overdue_least_bytes is
    'What removing the overdue ones frees at least; most: at most, null when the dataset does not tell.';
comment on column ledger.dataset_retention.most_count is 'How many the policy allows; null: it does not say.';

-- grain: one row per night and periodic snapshot task
create table ledger.task_retention (
    run_on date not null,
    task text not null,
    terms text not null,
    enabled boolean not null,
    datasets integer not null check (datasets >= 0),
    owned bigint not null check (owned >= 0),
    orphaned bigint not null check (orphaned >= 0),
    next_run_at timestamptz,
    problems text[] not null,
    remarks text[] not null,
    primary key (run_on, task)
);

comment on table ledger.task_retention is
    'One row per night and periodic snapshot task: what it covers and owns, and why it does nothing.';
comment on column ledger.task_retention.orphaned is
    'Snapshots with its names that nobody will remove, as it is disabled.';

-- grain: one row per ZFS snapshot of the newest night that is not simply kept
create table ledger.retention_snapshot (
    run_on date not null,
    subject text not null,
    state text not null
        check (state in ('overdue', 'unowned', 'held', 'future', 'unparsable', 'undecided')),
    reasons text[] not null,
    remove_at timestamptz,
    primary key (run_on, subject)
);

comment on table ledger.retention_snapshot is
    'One row per ZFS snapshot of the newest night that is neither kept nor a CSI driver''s: its state and why.';
