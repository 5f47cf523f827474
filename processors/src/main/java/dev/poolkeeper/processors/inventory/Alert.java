package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * An alert the appliance itself raised.
 *
 * @param level INFO, NOTICE, WARNING, ERROR, CRITICAL, ALERT or EMERGENCY
 * @param dismissed an admin has seen it and wants to see it no more
 */
public record Alert(
    String nas,
    String id,
    String alertClass,
    String level,
    String text,
    Optional<Instant> at,
    boolean dismissed)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ALERT, id);
  }
}
