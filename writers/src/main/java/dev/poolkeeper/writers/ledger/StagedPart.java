package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.ObjectKind;

/** One kind of one source in one run. */
record StagedPart(long runId, String source, ObjectKind kind) {}
