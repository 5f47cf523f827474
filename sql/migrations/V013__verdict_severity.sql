-- How bad a verdict is, where its evidence says more than its code: a pool may fill next week or next year.

alter table staging.verdict
    add column severity text check (severity in ('critical', 'warning', 'info'));

comment on column staging.verdict.severity is
    'How bad it is, as critical, warning or info; null for what the catalogue says of the code.';
