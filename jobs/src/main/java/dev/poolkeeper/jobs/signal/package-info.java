/**
 * What tells others that a run happens: pings, figures of its end, a trace. None of it can fail a
 * run.
 */
@NullMarked
package dev.poolkeeper.jobs.signal;

import org.jspecify.annotations.NullMarked;
