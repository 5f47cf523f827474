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
