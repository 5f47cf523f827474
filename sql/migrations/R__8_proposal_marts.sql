-- Marts of cleanup proposals. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever they do.

drop view if exists mart.proposal;
drop view if exists mart.proposal_event;
drop view if exists mart.proposal_step;
drop view if exists mart.proposal_night;
drop view if exists mart.proposal_review;

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

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
