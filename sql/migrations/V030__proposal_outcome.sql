-- What came of proposals that were carried out: the estimate against what their pool did.

-- grain: one row per proposal that destroyed something, once a night read its pool after that
create table ledger.proposal_outcome (
    proposal_id bigint primary key references ledger.proposal on delete cascade,
    pool text,
    destroyed_at timestamptz not null,
    before_on date,
    after_on date not null check (after_on > before_on),
    estimated_least bigint check (estimated_least >= 0),
    estimated_most bigint check (estimated_most >= estimated_least),
    together integer not null check (together >= 1),
    together_least bigint check (together_least >= 0),
    together_most bigint check (together_most >= together_least),
    used_before bigint check (used_before >= 0),
    used_after bigint check (used_after >= 0),
    freed_least bigint,
    freed_most bigint check (freed_most >= freed_least),
    verdict text not null check (verdict in ('as-estimated', 'less', 'more', 'unknown')),
    reason text not null
);

create index proposal_outcome_by_night on ledger.proposal_outcome (after_on);

comment on table ledger.proposal_outcome is
    'One row per proposal that destroyed something: what was estimated, and what its pool did between the last night before and the first after.';
comment on column ledger.proposal_outcome.pool is 'nas1/pools/tank; null: it is not known in which pool it lay.';
comment on column ledger.proposal_outcome.together is
    'How many proposals destroyed something in the pool between the same nights: its figures cannot be told apart for each.';
comment on column ledger.proposal_outcome.used_before is 'Of the root dataset of the pool, on before_on; null: not read.';
comment on column ledger.proposal_outcome.freed_least is
    'The lower end of the 95 % band that was forecast for after_on, less what was used; null: there was no forecast.';
comment on column ledger.proposal_outcome.freed_most is 'The same of its upper end.';
