-- Days that no night measured, known all the same: each fact says where it comes from.

alter table ledger.usage
    add column origin text not null default 'measured'
        constraint usage_origin check (origin in ('measured', 'rebuilt', 'prometheus'));

comment on column ledger.usage.origin is
    'measured by a night; rebuilt from a ZFS snapshot of that day; prometheus: asked of it later.';

-- for what is known of days without a night; rows of nights, nearly all there are, are not in it
create index usage_not_measured on ledger.usage (origin, day) where origin <> 'measured';

-- grain: one row per cluster whose Prometheus has answered
create table ledger.prometheus_answer (
    cluster text primary key,
    first_day date not null,
    last_day date not null check (last_day >= first_day)
);

comment on table ledger.prometheus_answer is
    'One row per cluster whose Prometheus has answered: for which days, whatever it knew of them.';

alter table ledger.run add column history_rebuilt boolean not null default false;

comment on column ledger.run.history_rebuilt is
    'Whether the snapshots of the night were searched for days that no night measured.';
