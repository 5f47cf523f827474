package dev.poolkeeper.processors.report;

/**
 * What could be freed, in bytes. Only what was seen tonight and measured counts.
 *
 * @param confirmedBytes of confirmed findings
 * @param waitingBytes of findings not yet seen often enough
 * @param exceptedBytes of findings somebody wants to keep
 * @param unknown findings whose space cannot be known, a clone shares it or it was not told
 */
public record Reclaimable(
    long confirmedBytes, long waitingBytes, long exceptedBytes, int unknown) {}
