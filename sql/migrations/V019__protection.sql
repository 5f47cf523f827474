-- How claims are protected: who has a copy of its data that is young enough, and what snapshots hold.

-- grain: one row per night and claim on a TrueNAS; of nights more than 8 days before the newest only what is not protected
create table ledger.protection (
    run_on date not null,
    claim text not null,
    storage_class text,
    dataset text,
    verdict text not null
        check (verdict in ('protected', 'late', 'never', 'unknown', 'not-asked')),
    on_snapshots text not null
        check (on_snapshots in ('protected', 'late', 'never', 'unknown', 'not-asked')),
    on_elsewhere text not null
        check (on_elsewhere in ('protected', 'late', 'never', 'unknown', 'not-asked')),
    reason text not null,
    rpo_seconds bigint check (rpo_seconds > 0),
    replica_rpo_seconds bigint check (replica_rpo_seconds > 0),
    asked boolean not null,
    asked_by text not null,
    snapshot_at timestamptz,
    task_snapshot_at timestamptz,
    volume_snapshot_at timestamptz,
    elsewhere_at timestamptz,
    elsewhere_how text check (elsewhere_how in ('measured', 'backup', 'told')),
    elsewhere_by text,
    elsewhere_where text,
    tasks text[] not null,
    routes text[] not null,
    primary key (run_on, claim),
    check ((elsewhere_at is null) = (elsewhere_how is null))
);

comment on table ledger.protection is
    'One row per night and bound claim that may be on a TrueNAS: its newest copies against its RPO. Of nights more than 8 days before the newest only claims that are late, never protected or unknown; how many there were of each is in ledger.protection_night.';

-- grain: one row per night and namespace with bound claims that may be on a TrueNAS
create table ledger.protection_night (
    run_on date not null,
    namespace text not null,
    protected integer not null check (protected >= 0),
    late integer not null check (late >= 0),
    never integer not null check (never >= 0),
    unknown integer not null check (unknown >= 0),
    not_asked integer not null check (not_asked >= 0),
    primary key (run_on, namespace)
);

comment on table ledger.protection_night is
    'One row per night and namespace: how many of its claims stand how. Kept for every night.';

-- grain: one row per night and pool, periodic snapshot task or namespace with datasets
create table ledger.snapshot_holding (
    run_on date not null,
    subject text not null,
    kind text not null check (kind in ('pool', 'task', 'namespace')),
    datasets integer not null check (datasets >= 0),
    snapshots bigint not null check (snapshots >= 0),
    held_bytes bigint check (held_bytes >= 0),
    primary key (run_on, subject)
);

comment on table ledger.snapshot_holding is
    'One row per night and pool, periodic snapshot task or namespace: how many snapshots there are, and what all snapshots of those datasets hold together. Only where all lists were complete.';
