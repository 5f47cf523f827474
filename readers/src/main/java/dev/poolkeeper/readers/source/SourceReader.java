package dev.poolkeeper.readers.source;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;

/** One cluster or NAS, read kind by kind. Not thread-safe. */
public interface SourceReader extends AutoCloseable {

  /**
   * Reads one kind into the sink. Never throws for what the source does or says: the answer says
   * what happened.
   */
  Capture read(ObjectKind kind, InventorySink sink);

  /** How the source was reached so far. */
  SourceContact contact();

  @Override
  void close();
}
