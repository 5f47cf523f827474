-- Which runs the ledger's objects have taken in: later reruns of earlier nights stop before them.

alter table ledger.run add column absorbed boolean not null default false;

update ledger.run set absorbed = status in ('complete', 'incomplete');

comment on column ledger.run.absorbed is
    'Whether what the run read is in ledger.version and ledger.usage, even if it did not finish.';

comment on schema ledger is 'The truth that survives: runs, objects with validity ranges, daily facts, findings.';
comment on schema staging is 'What a run has read, until the ledger has taken it in; unlogged.';
comment on schema batch is 'The tables of Spring Batch: which step of which run was done.';
