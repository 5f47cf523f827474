-- Lists that a guard does not believe tonight: found where the night's objects are at hand, asked for where findings are made.

-- grain: one row per run and part of the inventory that a guard holds
create unlogged table staging.held (
    run_id bigint not null,
    part text not null,
    reason text not null,
    primary key (run_id, part)
);

comment on table staging.held is
    'One row per run and part of the inventory that is not believed tonight though it was read whole.';
