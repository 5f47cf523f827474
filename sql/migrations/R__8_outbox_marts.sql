-- Marts of what was sent where. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever they do.

drop view if exists mart.delivery, mart.delivery_attempt, mart.notice, mart.thread, mart.finding_scope, mart.known_name;

-- grain: one row per entry of the outbox
create view mart.delivery as
select
    outbox_id, idempotency_key, channel, recipient, topic, job, run_on, revision, run_id, material,
    state, reason, reference, attempts, created_at, attempted_at, next_attempt_at, closed_at
from ledger.outbox;
comment on view mart.delivery is
    'One row per channel, recipient, topic, night and revision: what was to be sent, and what became of it.';
comment on column mart.delivery.reference is 'What the receiver knows it by: of a mail its Message-ID.';
comment on column mart.delivery.material is 'What makes it worth telling again: of a report its verdict.';

-- grain: one row per try
create view mart.delivery_attempt as
select outbox_id, attempt, started_at, outcome, code, said, millis
from ledger.outbox_attempt;
comment on view mart.delivery_attempt is 'One row per try to send something, with what the receiver said.';

-- grain: one row per entry of the outbox that tells a matter
create view mart.notice as
select
    outbox_id, channel, recipient, topic, run_on, state, attempts, notice,
    notice ->> 'kind' as kind, notice ->> 'severity' as severity, notice ->> 'title' as title,
    state = 'sending' or exists (
        select from ledger.outbox_attempt as attempt
        where attempt.outbox_id = outbox.outbox_id and attempt.outcome in ('unknown', 'delivered')
    ) as may_have_arrived
from ledger.outbox
where notice is not null;
comment on view mart.notice is
    'One row per entry of the outbox that tells how a matter stands, as opened, changed, reopened, confirmed or recovered.';

-- grain: one row per channel, recipient and topic that was ever delivered
create view mart.thread as
select
    channel, recipient, topic, notice, notice ->> 'kind' as kind,
    notice ->> 'kind' <> 'recovered' as open, notice ->> 'severity' as severity,
    notice ->> 'title' as title, reference, url, first_told_on, told_on, told_at, notices
from ledger.thread;
comment on view mart.thread is
    'One row per channel, recipient and topic: what the receiver was last told of it, and what it knows it by.';

-- grain: one row per finding of which it is known whom it concerns
create view mart.finding_scope as
select finding.fingerprint, scope.facts, scope.known_on
from ledger.finding_scope as scope
join ledger.finding using (finding_id);
comment on view mart.finding_scope is
    'One row per finding: whom it concerns, as of the newest night on which it was judged.';

-- grain: one row per object that was ever seen, but for single ZFS snapshots
create view mart.known_name as
select object.source, object.kind, object.subject
from ledger.object
where object.kind not in ('snapshots', 'matches', 'volume-stats');
comment on view mart.known_name is
    'One row per object that was ever seen, but for single ZFS snapshots: what names there are.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
