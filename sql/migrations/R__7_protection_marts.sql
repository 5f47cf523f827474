-- Marts of how claims are protected. Made anew with the other marts, which drop the whole schema: ${marts}
-- changes whenever they do.

drop view if exists mart.protection, mart.protection_night, mart.snapshot_holding;

-- grain: one row per night and claim on a TrueNAS; of nights more than 8 days before the newest only what is not protected
create view mart.protection as
select
    run_on, claim, split_part(claim, '/', 1) as cluster,
    split_part(claim, '/', 1) || '/namespaces/' || split_part(claim, '/', 3) as namespace,
    storage_class, dataset, verdict, on_snapshots, on_elsewhere, reason, rpo_seconds,
    replica_rpo_seconds, asked, asked_by, snapshot_at, task_snapshot_at, volume_snapshot_at,
    elsewhere_at, elsewhere_how, elsewhere_by, elsewhere_where, tasks, routes
from ledger.protection;
comment on view mart.protection is
    'One row per night and bound claim that may be on a TrueNAS: its newest copies against its RPO. Of nights more than 8 days before the newest only what is late, never protected or unknown.';
comment on column mart.protection.verdict is
    'protected: a copy is young enough; late: the newest is too old, or none is elsewhere where one is asked for; never: no copy; unknown: it cannot be said; not-asked: opted out, or too young.';
comment on column mart.protection.on_snapshots is
    'The same of snapshots and backups alone; on_elsewhere: of replicas and backups.';
comment on column mart.protection.rpo_seconds is
    'How old the newest snapshot or backup may be; null: nothing is asked.';
comment on column mart.protection.replica_rpo_seconds is
    'How old the newest copy elsewhere may be; null: none is asked for.';
comment on column mart.protection.asked is
    'Whether a rule or the claim itself asks; false: it is only the default.';
comment on column mart.protection.snapshot_at is
    'ZFS creation of the newest snapshot of its dataset, whoever made it.';
comment on column mart.protection.task_snapshot_at is
    'The same of those that an enabled periodic task would have named.';
comment on column mart.protection.volume_snapshot_at is
    'The same of those of VolumeSnapshots that are ready.';
comment on column mart.protection.elsewhere_at is 'The instant that the newest copy elsewhere is of.';
comment on column mart.protection.elsewhere_how is
    'measured: the newest snapshot that source and target have in common; backup: an add-on names the claim; told: the task says that it finished.';
comment on column mart.protection.tasks is 'Enabled periodic snapshot tasks that cover its dataset.';
comment on column mart.protection.routes is 'Enabled replication tasks that send its dataset.';

-- grain: one row per night and namespace with bound claims that may be on a TrueNAS
create view mart.protection_night as
select run_on, namespace, protected, late, never, unknown, not_asked
from ledger.protection_night;
comment on view mart.protection_night is
    'One row per night and namespace: how many of its claims stand how against their RPO.';

-- grain: one row per night and pool, periodic snapshot task or namespace with datasets
create view mart.snapshot_holding as
select run_on, subject, kind, datasets, snapshots, held_bytes
from ledger.snapshot_holding;
comment on view mart.snapshot_holding is
    'One row per night and pool, periodic snapshot task or namespace: its datasets, how many snapshots they have, and what those hold.';
comment on column mart.snapshot_holding.snapshots is
    'Of a task only those that bear a name it gives; else all.';
comment on column mart.snapshot_holding.held_bytes is
    'What all snapshots of these datasets hold together (usedbysnapshots), also those of other tasks; null: a dataset did not tell.';

do $$
begin
    grant select on all tables in schema mart to poolkeeper_reader;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'no right to grant on schema mart: grant select on its views to poolkeeper_reader';
end
$$;
