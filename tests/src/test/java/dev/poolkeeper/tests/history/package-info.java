/** Days that no night measured, in a real ledger. */
@NullMarked
package dev.poolkeeper.tests.history;

import org.jspecify.annotations.NullMarked;
