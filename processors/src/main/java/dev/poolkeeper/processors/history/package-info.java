/** Past days: series of them, those that no night measured, and what is still to be asked. */
@NullMarked
package dev.poolkeeper.processors.history;

import org.jspecify.annotations.NullMarked;
