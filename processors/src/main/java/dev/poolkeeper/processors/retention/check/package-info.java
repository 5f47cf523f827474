/** What is there against what was promised, per dataset and per task. */
@NullMarked
package dev.poolkeeper.processors.retention.check;

import org.jspecify.annotations.NullMarked;
