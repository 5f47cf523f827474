/** One run at a time: the ledger's own lock, and a Kubernetes Lease beside it. */
@NullMarked
package dev.poolkeeper.jobs.turn;

import org.jspecify.annotations.NullMarked;
