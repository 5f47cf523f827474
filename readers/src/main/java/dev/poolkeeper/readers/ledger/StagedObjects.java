package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns staged rows into objects, a portion at a time on all cores: of a large night this is most
 * of the reading. The order of the rows is kept.
 */
final class StagedObjects {

  private record Row(ObjectReader reader, String attributes, @Nullable String usage) {

    InventoryObject object() {
      return Objects.requireNonNull(reader.readValue(document()), "a row of staging.object");
    }

    /**
     * Both columns as one object; usage is the last key of attributes, which always have others.
     */
    private String document() {
      return usage == null
          ? attributes
          : attributes.substring(0, attributes.length() - 1) + ",\"usage\":" + usage + "}";
    }
  }

  private final Map<String, ObjectReader> readers = new HashMap<>();
  private final int portionRows;
  private final Consumer<List<InventoryObject>> sink;
  private List<Row> portion;
  private CompletableFuture<List<InventoryObject>> before =
      CompletableFuture.completedFuture(List.of());

  /**
   * @param portionRows how many rows are held as text at a time
   */
  StagedObjects(JsonMapper json, int portionRows, Consumer<List<InventoryObject>> sink) {
    for (ObjectKind kind : ObjectKind.values()) {
      readers.put(kind.plural(), json.readerFor(kind.type()));
    }
    this.portionRows = portionRows;
    this.sink = sink;
    this.portion = new ArrayList<>(portionRows);
  }

  /** Takes a row; one of a kind that this version does not know is left out. */
  void add(String kind, String attributes, @Nullable String usage) {
    @Nullable ObjectReader reader = readers.get(kind);
    if (reader == null) {
      return;
    }
    portion.add(new Row(reader, attributes, usage));
    if (portion.size() == portionRows) {
      next();
    }
  }

  /** Hands on what is left. */
  void end() {
    next();
    sink.accept(before.join());
  }

  private void next() {
    List<Row> full = portion;
    portion = new ArrayList<>(portionRows);
    // at most two portions are held: one being read, one being turned into objects
    sink.accept(before.join());
    before = CompletableFuture.supplyAsync(() -> full.parallelStream().map(Row::object).toList());
  }
}
