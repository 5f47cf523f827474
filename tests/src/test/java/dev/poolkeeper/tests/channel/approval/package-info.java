/** Decisions that come from tickets. */
@NullMarked
package dev.poolkeeper.tests.channel.approval;

import org.jspecify.annotations.NullMarked;
