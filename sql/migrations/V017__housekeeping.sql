-- What housekeeping took away: the ledger forgets on purpose, and says what and when.

-- grain: one row per run of housekeeping and kind of rows that it looked at
create table ledger.removal (
    run_id bigint not null references ledger.run on delete cascade,
    place smallint not null check (place >= 0),
    what text not null,
    before_on date not null,
    removed bigint not null check (removed >= 0),
    primary key (run_id, what)
);

comment on table ledger.removal is
    'One row per run of housekeeping and kind of rows that it looked at: how many were too old to be kept.';
comment on column ledger.removal.what is 'The table, and what of it where that is not all of its rows.';
comment on column ledger.removal.before_on is 'Only what is of an earlier day than this could be removed.';
