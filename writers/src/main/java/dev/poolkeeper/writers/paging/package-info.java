/** Findings that wake somebody: events to PagerDuty. */
@NullMarked
package dev.poolkeeper.writers.paging;

import org.jspecify.annotations.NullMarked;
