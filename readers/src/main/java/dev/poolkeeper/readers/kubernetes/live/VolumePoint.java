package dev.poolkeeper.readers.kubernetes.live;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What was last measured inside a claim on one day (UTC). A day without a point is unknown, not
 * zero; so is the figure of a point that is empty, but one of both is there.
 */
public record VolumePoint(
    String namespace,
    String claim,
    LocalDate day,
    OptionalLong usedBytes,
    OptionalLong capacityBytes) {}
