/** Lists of one kind of record, for terminals, pipes and pages. */
@NullMarked
package dev.poolkeeper.writers.table;

import org.jspecify.annotations.NullMarked;
