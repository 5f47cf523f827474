/** Domain records into staging and ledger: COPY in, then set-based SQL. */
@NullMarked
package dev.poolkeeper.writers.ledger;

import org.jspecify.annotations.NullMarked;
