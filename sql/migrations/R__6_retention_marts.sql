-- Marts of retention. Made anew with the other marts, which drop the whole schema: ${marts} changes whenever
-- they do.

drop view if exists mart.dataset_retention, mart.task_retention, mart.retention_snapshot;

-- grain: one row per night and dataset with snapshots or with somebody who promises them
create view mart.dataset_retention as
select
    run_on, dataset, promises, kept, overdue, unowned, held, future, unparsable, kubernetes, undecided,
    kept + overdue + unowned + held + future + unparsable + kubernetes + undecided as snapshots,
    samples, missing, missing_severity, missing_evidence, overdue_least_bytes, overdue_most_bytes,
    unowned_least_bytes, unowned_most_bytes, oldest_at, newest_at, most_count
from ledger.dataset_retention;
comment on view mart.dataset_retention is
    'One row per night and dataset with snapshots or with somebody who promises them: how many are in which state.';
comment on column mart.dataset_retention.snapshots is 'All of them; every one is in exactly one state.';
comment on column mart.dataset_retention.missing is 'Snapshots that were promised and are not there.';

-- grain: one row per night and periodic snapshot task
create view mart.task_retention as
select
    run_on, task, terms, enabled, datasets, owned, orphaned, next_run_at, problems, remarks
from ledger.task_retention;
comment on view mart.task_retention is
    'One row per night and periodic snapshot task: what it covers and owns, and why it does nothing.';

-- grain: one row per ZFS snapshot of the newest night that is not simply kept
create view mart.retention_snapshot as
select run_on, subject, state, reasons, remove_at from ledger.retention_snapshot;
comment on view mart.retention_snapshot is
    'One row per ZFS snapshot of the newest night that is neither kept nor a CSI driver''s: its state and why.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
