package dev.poolkeeper.readers.source;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.Estate;
import java.util.List;

/** Where the inventory of one night comes from: a recorded estate or live systems. */
public interface InventorySource {

  Estate estate();

  /** What is wrong with the estate as a whole; not empty means the run is incomplete. */
  List<CaptureProblem> problems();

  /** Opens one cluster or NAS. Sources may be read side by side, each by one thread. */
  SourceReader open(String source);
}
