-- What live sources add: how each was reached, and which objects were listed by name only.

alter table staging.object add column by_name boolean not null default false;

comment on column staging.object.by_name is
    'Whether the source told its name only; the rest is what the ledger remembers, if it does.';

alter table ledger.capture
    add column by_name_count bigint not null default 0 check (by_name_count >= 0);

comment on column ledger.capture.by_name_count is
    'Of row_count, how many were listed by name only. 0: everything was asked for in full.';

alter table ledger.source
    add column api text not null default '',
    add column calls bigint not null default 0 check (calls >= 0),
    add column remarks text[] not null default '{}';

comment on column ledger.source.api is 'What was spoken, with its release; empty when it was never reached.';
comment on column ledger.source.calls is 'Requests made, those of log-in and repeats included.';
comment on column ledger.source.remarks is 'What an admin should know of the connection, such as unverified TLS.';
