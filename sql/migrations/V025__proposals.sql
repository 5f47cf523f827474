-- Cleanup proposals: what may go, who approved it, what was done. Their history is never changed.

-- grain: one row per finding that led to a plan, from its first plan to its end; one more when it comes back
create table ledger.proposal (
    proposal_id bigint generated always as identity primary key,
    code text not null,
    subject text not null,
    state text not null check (state in (
        'blocked', 'waiting', 'approved', 'rejected', 'running', 'quarantined', 'done', 'failed',
        'rolled-back', 'restored', 'withdrawn'
    )),
    stage text not null check (stage in ('quarantine', 'destroy')),
    since timestamptz not null,
    mode text not null check (mode in ('manual', 'two-persons', 'auto', 'never')),
    plan jsonb not null,
    plan_hash text not null check (plan_hash ~ '^[0-9a-f]{64}$'),
    approvals jsonb not null,
    quarantined_at timestamptz,
    reclaim_least bigint check (reclaim_least >= 0),
    reclaim_most bigint check (reclaim_most >= reclaim_least),
    change integer not null default 1
);

create unique index proposal_once on ledger.proposal (code, subject)
    where state not in ('done', 'withdrawn');

comment on table ledger.proposal is
    'One row per finding that led to a plan, from its first plan to its end; one more when it comes back.';
comment on column ledger.proposal.mode is 'What it takes to approve its stage, as the night read it from the configuration.';
comment on column ledger.proposal.plan_hash is 'SHA-256 over the steps of its stage: what an approval is for.';
comment on column ledger.proposal.approvals is 'Those that may still be worth something.';
comment on column ledger.proposal.change is 'Counts changes, so that of two at once only one goes through.';

-- grain: one row per change of state of a proposal
create table ledger.proposal_event (
    proposal_id bigint not null references ledger.proposal,
    place integer not null check (place >= 1),
    at timestamptz not null,
    actor text not null,
    channel text not null,
    from_state text not null,
    to_state text not null,
    stage text not null,
    plan_hash text not null,
    note text not null,
    primary key (proposal_id, place)
);

comment on table ledger.proposal_event is
    'One row per change of state of a proposal: who, when, from where, why, for which plan. Append only.';

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the history of proposals is never changed';
end
$$;

create trigger proposal_event_is_final before update or delete on ledger.proposal_event
    for each row execute function ledger.refuse_change();
create trigger proposal_events_stay before truncate on ledger.proposal_event
    for each statement execute function ledger.refuse_change();

-- grain: one row per step that a cleanup has begun
create table ledger.proposal_step (
    proposal_id bigint not null references ledger.proposal,
    plan_hash text not null,
    place integer not null check (place >= 1),
    stage text not null,
    action text not null,
    target text not null,
    expected jsonb not null,
    remembered text not null,
    outcome text not null check (outcome in ('begun', 'done', 'failed', 'undone')),
    began_at timestamptz not null,
    ended_at timestamptz,
    note text,
    primary key (proposal_id, plan_hash, place)
);

comment on table ledger.proposal_step is
    'One row per step that a cleanup has begun: what it acted on, what is needed to undo it, and how it ended.';
comment on column ledger.proposal_step.remembered is 'The object as it was right before, as JSON.';
comment on column ledger.proposal_step.outcome is
    'begun: it is not known yet whether it was done; done: read back.';

-- grain: one row per night and proposal that was open on it or ended on it
create table ledger.proposal_night (
    run_on date not null,
    proposal_id bigint not null references ledger.proposal,
    state text not null,
    stage text not null,
    mode text not null,
    plan_hash text not null,
    steps integer not null,
    blocked_by text[] not null,
    reclaim_least bigint,
    reclaim_most bigint,
    primary key (run_on, proposal_id)
);

comment on table ledger.proposal_night is 'One row per night and proposal that was open on it or ended on it.';

-- grain: one row per night that looked at proposals
create table ledger.proposal_review (
    run_on date primary key,
    findings integer not null,
    made integer not null,
    withheld integer not null,
    why text[] not null
);

comment on table ledger.proposal_review is
    'One row per night that looked at proposals: how many findings it planned for, how many proposals it made, and what it withheld.';
