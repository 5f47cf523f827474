package dev.poolkeeper.processors.protection;

/**
 * What is asked of one claim.
 *
 * @param snapshots how old the newest snapshot or backup may be
 * @param elsewhere how old the newest replica or backup may be
 * @param said whether somebody asked for it; false: it is only the default
 * @param by who asks or opts out, in words
 */
public record Objective(Limit snapshots, Limit elsewhere, boolean said, String by) {}
