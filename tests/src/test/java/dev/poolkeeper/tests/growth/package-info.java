/** Series of the ledger and their nightly forecasts, on a real database. */
@NullMarked
package dev.poolkeeper.tests.growth;

import org.jspecify.annotations.NullMarked;
