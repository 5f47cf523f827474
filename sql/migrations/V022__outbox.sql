-- What is to be told to whom, and how that went. One outbox for all channels: what is to be sent is written in the
-- transaction that decides it, sent afterwards, and every try leaves a row.

-- grain: one row per channel, recipient, subject matter and revision of it
create table ledger.outbox (
    outbox_id bigint generated always as identity primary key,
    idempotency_key text not null unique,
    channel text not null,
    recipient text not null,
    topic text not null,
    job text not null,
    run_on date not null,
    revision integer not null check (revision >= 1),
    run_id bigint references ledger.run on delete set null,
    material text not null,
    state text not null check (state in (
        'waiting', 'sending', 'delivered', 'dead', 'unknown', 'superseded', 'skipped'
    )),
    reason text not null,
    reference text not null,
    attempts integer not null default 0 check (attempts >= 0),
    created_at timestamptz not null,
    attempted_at timestamptz,
    next_attempt_at timestamptz,
    closed_at timestamptz,
    unique (channel, recipient, topic, job, run_on, revision),
    check ((state in ('waiting', 'sending')) = (closed_at is null))
);

create index outbox_by_night on ledger.outbox (run_on);
create index outbox_open on ledger.outbox (channel, outbox_id) where closed_at is null;

comment on table ledger.outbox is
    'One row per channel, recipient, topic, night and revision: what was to be sent, and what became of it.';
comment on column ledger.outbox.idempotency_key is
    'What the same thing has however often a run is repeated: channel, job, night, recipient, topic and revision.';
comment on column ledger.outbox.channel is 'How it is sent: mail.';
comment on column ledger.outbox.topic is
    'What order is kept within for one recipient: the series of a report, the fingerprint of a finding.';
comment on column ledger.outbox.revision is
    'Counts from 1: the same night is told again only when what is material has changed, or on demand.';
comment on column ledger.outbox.material is 'What makes it worth telling again: of a report its verdict.';
comment on column ledger.outbox.state is
    'waiting for its next try; sending: handed over, no answer yet; delivered; dead: refused or given up; unknown: handed over, the answer was lost; superseded: nobody wants it any more; skipped: not worth telling.';
comment on column ledger.outbox.reason is 'Why it is in that state, in words; empty when there is nothing to say.';
comment on column ledger.outbox.reference is
    'What the receiver knows it by, the same in every try: of a mail its Message-ID.';

-- grain: one row per row of the outbox whose content is made and not yet done with
create table ledger.outbox_body (
    outbox_id bigint primary key references ledger.outbox on delete cascade,
    body bytea not null
);

comment on table ledger.outbox_body is
    'One row per entry of the outbox that is made and not yet delivered: the very bytes that every try sends.';

-- grain: one row per try to send an entry of the outbox
create table ledger.outbox_attempt (
    outbox_id bigint not null references ledger.outbox on delete cascade,
    attempt integer not null check (attempt >= 1),
    started_at timestamptz not null,
    outcome text not null check (outcome in (
        'delivered', 'deferred', 'refused', 'unknown', 'unreachable', 'not-allowed'
    )),
    code integer,
    said text not null,
    millis bigint not null check (millis >= 0),
    primary key (outbox_id, attempt)
);

comment on table ledger.outbox_attempt is
    'One row per try to send an entry of the outbox, with what the receiver said.';
comment on column ledger.outbox_attempt.outcome is
    'delivered; deferred: told to come again; refused: for good; unknown: handed over, the answer was lost; unreachable: nothing was handed over; not-allowed: our settings, TLS or password.';
comment on column ledger.outbox_attempt.code is 'The receiver''s own code, of SMTP 250, 450, 550; null when it gave none.';
