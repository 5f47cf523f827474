/** Staging, ledger and marts to domain records. */
@NullMarked
package dev.poolkeeper.readers.ledger;

import org.jspecify.annotations.NullMarked;
