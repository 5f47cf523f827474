package dev.poolkeeper.jobs.live;

import dev.poolkeeper.readers.source.LiveSource;

/** Opens a live cluster or NAS by its name; nothing is asked of it before it is read. */
@FunctionalInterface
public interface LiveConnections {

  LiveSource open(String source);
}
