-- What the configuration says of findings, what was withheld, and how each source stands.

-- grain: one row per run, code and subject of which the configuration says something
create unlogged table staging.ruling (
    run_id bigint not null,
    code text not null,
    subject text not null,
    exemption text,
    remark text,
    severity text check (severity in ('critical', 'warning', 'info')),
    exceptions integer[] not null,
    primary key (run_id, code, subject)
);

comment on table staging.ruling is
    'One row per run, code and subject of which the exceptions and severities of the configuration say something.';
comment on column staging.ruling.exceptions is
    'Places, from 0, of the exceptions that cover it, expired ones included.';

-- grain: one row per night and exception of the configuration that was in force
create table ledger.exception_night (
    run_on date not null,
    place integer not null check (place >= 0),
    codes text[] not null,
    match text not null,
    reason text not null,
    owner text,
    expires_on date,
    state text not null
        check (state in ('in-force', 'expiring', 'expired', 'stale', 'not-judged')),
    findings integer not null check (findings >= 0),
    primary key (run_on, place)
);

comment on table ledger.exception_night is
    'One row per night and exception of its configuration: how it stood and how many findings it covered.';

-- grain: one row per night and registered source
create table ledger.source_score (
    run_on date not null,
    source text not null,
    side text not null check (side in ('cluster', 'nas')),
    score integer check (score between 0 and 100),
    grade text check (grade in ('A', 'B', 'C', 'D', 'F')),
    objects bigint not null check (objects >= 0),
    unjudged text,
    primary key (run_on, source),
    check ((score is null) = (grade is null)),
    check ((score is null) = (unjudged is not null))
);

create index source_score_by_source on ledger.source_score (source, run_on);

comment on table ledger.source_score is
    'One row per night and registered cluster or NAS: how it stands, or why that cannot be said.';
comment on column ledger.source_score.objects is 'How many objects a share is taken of.';

-- grain: one row per night, source, code and severity that takes something off the score
create table ledger.source_cost (
    run_on date not null,
    source text not null,
    code text not null,
    severity text not null check (severity in ('critical', 'warning', 'info')),
    findings integer not null check (findings > 0),
    points double precision not null check (points > 0),
    primary key (run_on, source, code, severity),
    foreign key (run_on, source) references ledger.source_score on delete cascade
);

comment on table ledger.source_cost is
    'One row per night, source, code and severity: what these findings take off the score, in points of 100.';

-- grain: one row per run, kind of gap, part, reason and code of which verdicts were withheld
create table ledger.withheld (
    run_id bigint not null references ledger.run on delete cascade,
    kind text not null check (kind in ('held', 'incomplete')),
    part text not null,
    reason text not null,
    code text not null,
    subjects integer not null check (subjects > 0),
    first_subjects text[] not null,
    primary key (run_id, kind, part, reason, code)
);

comment on table ledger.withheld is
    'One row per run, part of the inventory that was held or incomplete, and code: what was not said for want of it.';
comment on column ledger.withheld.subjects is
    'How many would have been reported. They are no findings and count nowhere.';
comment on column ledger.withheld.first_subjects is 'The first of them by name.';
