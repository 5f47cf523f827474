/** Reports from the ledger, in every format. */
@NullMarked
package dev.poolkeeper.tests.report;

import org.jspecify.annotations.NullMarked;
