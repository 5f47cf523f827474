-- What single matters are told to channels beside mail, and what each channel knows of them.

alter table ledger.outbox add column notice jsonb;
comment on column ledger.outbox.notice is
    'Of a matter: what is told of it before it is put into words, {"kind": "opened", "title": …, "severity": …, "members": […]}; null where a run as a whole is told.';
comment on column ledger.outbox.channel is 'How it is sent: mail, or the type of a channel of the configuration.';
comment on column ledger.outbox.recipient is 'To whom: an address, or the name of a channel of the configuration.';
comment on column ledger.outbox.reference is
    'What the receiver knows it by: of a mail its Message-ID, the same in every try; of a ticket its key.';

-- grain: one row per channel, recipient and topic that was ever delivered
create table ledger.thread (
    channel text not null,
    recipient text not null,
    topic text not null,
    notice jsonb not null,
    reference text not null,
    url text not null,
    idempotency_key text not null,
    first_told_on date not null,
    told_on date not null,
    told_at timestamptz not null,
    notices integer not null check (notices >= 1),
    primary key (channel, recipient, topic)
);

comment on table ledger.thread is
    'One row per channel, recipient and topic: what the receiver was last told of it, and what it knows it by.';
comment on column ledger.thread.notice is 'What was last delivered, as in ledger.outbox.';
comment on column ledger.thread.reference is 'The receiver''s own name for it: a ticket''s key; empty when it said none.';
comment on column ledger.thread.url is 'Where a person can see it; empty when there is no such place.';
comment on column ledger.thread.notices is 'How many notices of it were delivered.';
