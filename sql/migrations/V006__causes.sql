-- Why something probably was left behind or is missing: a word of the list of causes, and what it rests on.

alter table staging.verdict
    add column cause text,
    add column cause_evidence text,
    add constraint cause_has_evidence check ((cause is null) = (cause_evidence is null));

comment on column staging.verdict.cause is 'Probable cause, as a word; null when nothing shows it.';
comment on column staging.verdict.cause_evidence is 'What the cause rests on, one sentence.';

alter table ledger.finding_night
    add column cause text,
    add column cause_evidence text,
    add constraint cause_has_evidence check ((cause is null) = (cause_evidence is null));

comment on column ledger.finding_night.cause is 'Probable cause, as a word; null when nothing shows it.';
comment on column ledger.finding_night.cause_evidence is 'What the cause rests on, one sentence.';
