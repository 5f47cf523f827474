package dev.poolkeeper.processors.inventory;

import java.time.Instant;

/**
 * A copy of a claim's data that an add-on says it keeps elsewhere.
 *
 * @param claim {@code namespace/name}
 * @param at the instant the data is of, or as near to it as is told
 */
public record ClaimBackup(String claim, Instant at) {}
