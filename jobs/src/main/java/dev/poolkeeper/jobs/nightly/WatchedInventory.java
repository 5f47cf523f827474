package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.source.InventorySource;
import dev.poolkeeper.readers.source.SourceReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets another know of every kind that is read from a source. */
record WatchedInventory(InventorySource inventory, Progress.Watch watch)
    implements InventorySource {

  @Override
  public Estate estate() {
    return inventory.estate();
  }

  @Override
  public List<CaptureProblem> problems() {
    return inventory.problems();
  }

  @Override
  public SourceReader open(String source) {
    SourceReader reader = inventory.open(source);
    return new SourceReader() {
      @Override
      public Capture read(ObjectKind kind, InventorySink sink) {
        return watch.asking(
            source, kind.plural(), () -> reader.read(kind, sink), WatchedInventory::failure);
      }

      @Override
      public SourceContact contact() {
        return reader.contact();
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }

  private static Optional<String> failure(Capture capture) {
    return switch (capture.status()) {
      case COMPLETE, NOT_READ -> Optional.empty();
      case PARTIAL, FAILED -> Optional.of(capture.status().name().toLowerCase(Locale.ROOT));
    };
  }
}
