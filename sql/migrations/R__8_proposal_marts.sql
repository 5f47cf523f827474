-- Marts of cleanup proposals. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever they do.

drop view if exists mart.proposal;
drop view if exists mart.proposal_event;
drop view if exists mart.proposal_step;
drop view if exists mart.proposal_night;
drop view if exists mart.proposal_review;
drop view if exists mart.proposal_outcome;
drop view if exists mart.destruction;
drop view if exists mart.pool_used;

-- grain: one row per proposal
create view mart.proposal as
select
    proposal_id, code, subject, state, stage, since, mode, plan, plan_hash, approvals,
    quarantined_at, reclaim_least, reclaim_most, change
from ledger.proposal;
comment on view mart.proposal is 'One row per cleanup proposal, as it stands now.';
comment on column mart.proposal.stage is 'quarantine: access is taken away; destroy: the data go.';
comment on column mart.proposal.plan is 'Its steps, each with what has to be read of its target, and what is in the way.';
comment on column mart.proposal.plan_hash is 'What an approval of its stage is for.';
comment on column mart.proposal.reclaim_least is 'Bytes that are freed at least once all of it is done; null: not known.';
comment on column mart.proposal.reclaim_most is 'The same, at most.';

-- grain: one row per change of state of a proposal
create view mart.proposal_event as
select proposal_id, place, at, actor, channel, from_state, to_state, stage, plan_hash, note
from ledger.proposal_event;
comment on view mart.proposal_event is
    'One row per change of state of a proposal: who, when, from where, why, for which plan.';

-- grain: one row per step that a cleanup has begun
create view mart.proposal_step as
select
    proposal_id, plan_hash, place, stage, action, target, outcome, began_at, ended_at, note
from ledger.proposal_step;
comment on view mart.proposal_step is 'One row per step that a cleanup has begun, and how it ended.';

-- grain: one row per night and proposal that was open on it or ended on it
create view mart.proposal_night as
select
    night.run_on, night.proposal_id, proposal.code, proposal.subject, night.state, night.stage,
    night.mode, night.plan_hash, night.steps, night.blocked_by, night.reclaim_least,
    night.reclaim_most
from ledger.proposal_night as night
join ledger.proposal using (proposal_id);
comment on view mart.proposal_night is
    'One row per night and proposal that was open on it or ended on it, as that night left it.';
comment on column mart.proposal_night.blocked_by is 'What was in the way, in words.';

-- grain: one row per night that looked at proposals
create view mart.proposal_review as
select run_on, findings, made, withheld, why
from ledger.proposal_review;
comment on view mart.proposal_review is
    'One row per night that looked at proposals: how many findings it planned for, how many proposals it made and withheld, and why.';

-- grain: one row per pool and night that read how much of it is used
create view mart.pool_used as
select usage.day, object.source || '/pools/' || object.pool as subject, usage.used_bytes
from ledger.usage
join ledger.object using (object_id)
where object.kind = 'datasets' and object.subject = object.source || '/datasets/' || object.pool
    and usage.origin = 'measured' and usage.used_bytes is not null;
comment on view mart.pool_used is
    'One row per pool and night (UTC) that read its root dataset: what the pool is used by.';

-- grain: one row per proposal that destroyed something
create view mart.destruction as
select
    proposal.proposal_id, proposal.reclaim_least, proposal.reclaim_most,
    min(step.began_at) as began_at,
    max(coalesce(step.ended_at, step.began_at)) as ended_at,
    min(split_part(step.target, '/', 1) || '/pools/'
        || split_part(split_part(step.target, '/', 3), '@', 1))
        filter (where step.action in ('destroy-dataset', 'destroy-snapshot')) as pool
from ledger.proposal
join ledger.proposal_step as step using (proposal_id)
where proposal.state = 'done' and step.stage = 'destroy' and step.outcome = 'done'
    -- what an earlier attempt destroyed before it failed is in no estimate any more
    and step.began_at >= (
        select max(event.at) from ledger.proposal_event as event
        where event.proposal_id = proposal.proposal_id and event.to_state = 'running'
    )
group by proposal.proposal_id;
comment on view mart.destruction is
    'One row per proposal that destroyed something and is done: when, and in which pool.';
comment on column mart.destruction.pool is
    'nas1/pools/tank; null: a driver was asked to destroy it, and where it lay is not known.';

-- grain: one row per proposal that destroyed something, once a night read its pool after that
create view mart.proposal_outcome as
select
    outcome.proposal_id, proposal.code, proposal.subject, outcome.pool, outcome.destroyed_at,
    outcome.before_on, outcome.after_on, outcome.estimated_least, outcome.estimated_most,
    outcome.together, outcome.together_least, outcome.together_most, outcome.used_before,
    outcome.used_after, outcome.freed_least, outcome.freed_most, outcome.verdict, outcome.reason
from ledger.proposal_outcome as outcome
join ledger.proposal using (proposal_id);
comment on view mart.proposal_outcome is
    'One row per proposal that destroyed something: what was estimated, and what its pool did.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
