package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/** An alert the appliance itself raised. */
public record Alert(
    String nas, String id, String alertClass, String level, String text, Optional<Instant> at)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ALERT, id);
  }
}
