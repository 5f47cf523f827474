/** The live systems of the configuration: opened as one estate, checked, and recorded. */
@NullMarked
package dev.poolkeeper.jobs.live;

import org.jspecify.annotations.NullMarked;
