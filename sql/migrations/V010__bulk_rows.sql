-- Bulk rows without a look at the index for each: only ledger.absorb writes them, with ids that it has just taken
-- from ledger.object, and nothing deletes an object alone.

drop function if exists ledger.absorb_usage(bigint, text, text, date, boolean);

alter table ledger.version drop constraint version_object_id_fkey;
alter table ledger.snapshot_usage drop constraint snapshot_usage_object_id_fkey;

comment on column ledger.version.object_id is 'Of ledger.object; not enforced, as a check per row is a third of the first night.';
comment on column ledger.snapshot_usage.object_id is 'Of ledger.object; not enforced, like that of ledger.version.';
