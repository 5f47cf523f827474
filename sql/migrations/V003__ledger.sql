-- The truth that survives: runs, how completely they read, objects with validity ranges, daily facts.

comment on schema ledger is 'The truth that survives: runs, objects with validity ranges, daily facts, findings.';
comment on schema staging is 'What a run has read, until the ledger has taken it in; unlogged.';
comment on schema batch is 'The tables of Spring Batch: which step of which run was done.';

-- grain: one row per attempt at one job for one night
create table ledger.run (
    run_id bigint generated always as identity primary key,
    job text not null,
    run_on date not null,
    attempt integer not null check (attempt >= 1),
    origin text not null,
    status text not null
        check (status in ('running', 'complete', 'incomplete', 'failed', 'abandoned')),
    version text not null,
    policy jsonb not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    captured_at timestamptz,
    absorbed boolean not null default false,
    verdict text,
    score integer check (score between 0 and 100),
    unique (job, run_on, attempt)
);

comment on table ledger.run is 'One row per attempt at one job for one night (UTC date).';
comment on column ledger.run.absorbed is
    'Whether what the run read is in ledger.version and ledger.usage, even if it did not finish.';
comment on column ledger.run.origin is 'Where the inventory came from: a recorded estate or live sources.';

-- grain: one row per run, source and kind
create table ledger.capture (
    run_id bigint not null references ledger.run on delete cascade,
    source text not null,
    kind text not null,
    status text not null check (status in ('complete', 'partial', 'failed', 'not-read')),
    row_count bigint not null check (row_count >= 0),
    millis bigint not null,
    problems jsonb not null,
    primary key (run_id, source, kind)
);

comment on table ledger.capture is
    'One row per run, source and kind: how it was read. Only complete may be read as absence.';

-- grain: one row per source and run: what makes up the estate
create table ledger.source (
    run_id bigint not null references ledger.run on delete cascade,
    name text not null,
    side text not null check (side in ('cluster', 'nas')),
    addresses text[] not null,
    primary key (run_id, name)
);

comment on table ledger.source is 'One row per run and registered cluster or NAS.';

-- grain: one row per object that was ever seen
create table ledger.object (
    object_id bigint generated always as identity primary key,
    kind text not null,
    subject text not null,
    source text not null,
    pool text generated always as (
        case
            when kind in ('datasets', 'snapshots', 'pools')
                then split_part(split_part(subject, '/', 3), '@', 1)
        end
    ) stored,
    unique (kind, subject)
);

create index object_by_part on ledger.object (source, kind);

comment on table ledger.object is 'One row per object that was ever seen, by kind and subject.';

-- grain: one row per object and range of nights on which its attributes were the same
create table ledger.version (
    object_id bigint not null references ledger.object,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    attributes jsonb not null,
    primary key (object_id, valid_from)
);

comment on table ledger.version is
    'One row per object and range of nights [valid_from, valid_to) with equal attributes; no valid_to: still so.';

-- grain: one row per day and measured object (pools, datasets, claims)
create table ledger.usage (
    day date not null,
    object_id bigint not null,
    used_bytes bigint,
    available_bytes bigint,
    referenced_bytes bigint,
    snapshot_bytes bigint,
    children_bytes bigint,
    reserved_bytes bigint,
    capacity_bytes bigint,
    primary key (day, object_id)
) partition by range (day);

comment on table ledger.usage is
    'One row per day (UTC) and measured object; partitioned by month. null: the source did not say.';

-- grain: one row per ZFS snapshot: its newest figures (one a day would be most of the ledger)
create table ledger.snapshot_usage (
    object_id bigint primary key references ledger.object,
    measured_on date not null,
    used_bytes bigint,
    referenced_bytes bigint
);

comment on table ledger.snapshot_usage is 'One row per ZFS snapshot: the newest figures only.';

-- grain: one row per code and subject that was ever reported
create table ledger.finding (
    finding_id bigint generated always as identity primary key,
    fingerprint text not null unique,
    code text not null,
    subject text not null
);

comment on table ledger.finding is 'One row per code and subject that was ever reported.';

-- grain: one row per night and finding that was open or was resolved that night
create table ledger.finding_night (
    finding_id bigint not null references ledger.finding,
    run_on date not null,
    status text not null check (status in (
        'new', 'persisting', 'reopened', 'resolved', 'excepted', 'held', 'undecided'
    )),
    severity text not null check (severity in ('critical', 'warning', 'info')),
    confirmed boolean not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    nights integer not null check (nights >= 0),
    reclaimable_bytes bigint,
    evidence text[] not null,
    note text,
    primary key (finding_id, run_on)
) partition by range (run_on);

create index finding_night_by_night on ledger.finding_night (run_on);

comment on table ledger.finding_night is
    'One row per night and finding that was open or was resolved that night; partitioned by month.';
