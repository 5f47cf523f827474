/** When a periodic snapshot task runs. */
@NullMarked
package dev.poolkeeper.processors.retention.schedule;

import org.jspecify.annotations.NullMarked;
