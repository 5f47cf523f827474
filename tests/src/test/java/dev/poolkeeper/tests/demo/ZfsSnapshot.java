package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.Dataset.UserProperty;
import java.time.Instant;
import java.util.List;

/** A ZFS snapshot with the properties set on itself; those of its dataset are inherited. */
record ZfsSnapshot(
    String name, Instant createdAt, long usedBytes, long referencedBytes, List<UserProperty> own) {}
