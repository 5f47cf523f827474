/** Opening the ledger: embedded or on a server, migrated, one run at a time. */
@NullMarked
package dev.poolkeeper.jobs.ledger;

import org.jspecify.annotations.NullMarked;
