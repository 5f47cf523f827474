package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.source.SourceReader;
import java.util.List;

/** One source of a recorded estate: nobody is called. */
final class RecordedSource implements SourceReader {

  private final RecordedEstate estate;
  private final String source;

  RecordedSource(RecordedEstate estate, String source) {
    this.estate = estate;
    this.source = source;
  }

  @Override
  public Capture read(ObjectKind kind, InventorySink sink) {
    return estate.read(source, kind, sink::accept);
  }

  @Override
  public SourceContact contact() {
    return new SourceContact(source, "recorded files", 0, List.of());
  }

  @Override
  public void close() {
    // every file is closed once it is read
  }
}
