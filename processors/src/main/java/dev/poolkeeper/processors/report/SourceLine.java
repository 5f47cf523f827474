package dev.poolkeeper.processors.report;

/**
 * A cluster or NAS as the report names it.
 *
 * @param side {@code cluster} or {@code nas}
 * @param identity uid of kube-system, or host id; empty when not read
 * @param version release, empty when not read
 */
public record SourceLine(String name, String side, String identity, String version) {}
