/** Approvals that come from elsewhere than the command line. */
@NullMarked
package dev.poolkeeper.jobs.approval;

import org.jspecify.annotations.NullMarked;
