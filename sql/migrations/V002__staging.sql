-- What one run has read, before the ledger takes it in. Unlogged: a run that loses it reads again.

-- grain: one row per run and captured object (and one per join outcome, kind 'matches')
create unlogged table staging.object (
    run_id bigint not null,
    source text not null,
    kind text not null,
    subject text not null,
    attributes jsonb not null,
    usage jsonb
);

create index object_by_part on staging.object (run_id, source, kind);

comment on table staging.object is
    'One row per run and captured object. attributes: what rarely changes; usage: what changes nightly.';
comment on column staging.object.kind is
    'The plural in the subject, or matches for what the join said of the subject.';

-- grain: one row per run, code and subject that a rule spoke about
create unlogged table staging.verdict (
    run_id bigint not null,
    code text not null,
    subject text not null,
    reclaimable_bytes bigint,
    evidence text[] not null,
    exemption text,
    gap_kind text,
    gap_part text,
    gap_reason text,
    primary key (run_id, code, subject),
    check ((gap_kind is null) = (gap_reason is null))
);

comment on table staging.verdict is
    'One row per run, code and subject a rule spoke about: a candidate, or with gap_* an undecided one.';
