/**
 * The ledger without any configuration: a real Postgres server under poolkeeper's home.
 *
 * <p>Read {@link dev.poolkeeper.jobs.postgres.EmbeddedPostgres} first: it is the order of events.
 * Everything below it is one question each: where, under which account, who holds it, is a server
 * already running.
 */
@NullMarked
package dev.poolkeeper.jobs.postgres;

import org.jspecify.annotations.NullMarked;
