/** The night as one value: what the report says, in raw units. */
@NullMarked
package dev.poolkeeper.processors.report;

import org.jspecify.annotations.NullMarked;
