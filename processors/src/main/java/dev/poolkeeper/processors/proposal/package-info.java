/**
 * Cleanup proposals: what may go, in which order, what is in the way, and whose approval it takes.
 *
 * <p>A plan is made of a confirmed finding and the inventory around it, and nothing else: the same
 * facts make the same plan, to the letter and to its hash. An approval is for a hash; the cleanup
 * makes the plan anew from what it has just read, and acts only where the hash is still the same.
 * Nothing here acts: {@link dev.poolkeeper.processors.proposal.Hand} is where acting begins.
 */
@NullMarked
package dev.poolkeeper.processors.proposal;

import org.jspecify.annotations.NullMarked;
