-- Whom a finding concerns: what is known of its subject when it is judged, kept for the nights on which it is not.

-- grain: one row per run, code and subject of a verdict
create unlogged table staging.finding_scope (
    run_id bigint not null,
    code text not null,
    subject text not null,
    facts jsonb not null,
    primary key (run_id, code, subject)
);

comment on table staging.finding_scope is
    'One row per run, code and subject of a verdict: cluster, NAS, namespace, claim, class, dataset and labels, as far as they are known.';

-- grain: one row per finding of which something is known
create table ledger.finding_scope (
    finding_id bigint primary key references ledger.finding on delete cascade,
    facts jsonb not null,
    known_on date not null
);

comment on table ledger.finding_scope is
    'One row per finding: whom it concerns, as of the newest night on which it was judged.';
comment on column ledger.finding_scope.facts is
    'Lists of values by key, as the configuration matches them: {"namespace": ["media"], "nas": ["nas1"]}.';
