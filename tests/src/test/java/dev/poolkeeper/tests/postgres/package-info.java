/** The embedded ledger against real processes, signals and restarts. */
@NullMarked
package dev.poolkeeper.tests.postgres;

import org.jspecify.annotations.NullMarked;
