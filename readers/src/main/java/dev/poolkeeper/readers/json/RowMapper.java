package dev.poolkeeper.readers.json;

import dev.poolkeeper.processors.inventory.InventoryObject;
import java.util.List;
import java.util.function.Function;

/** Makes records of one row. Throws {@link UnreadableRow} when the row names no object. */
@FunctionalInterface
public interface RowMapper {

  List<? extends InventoryObject> map(Row row);

  /** A mapper of rows that are one object each. */
  static RowMapper one(Function<Row, InventoryObject> mapper) {
    return row -> List.of(mapper.apply(row));
  }
}
