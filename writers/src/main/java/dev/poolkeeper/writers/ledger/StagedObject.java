package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.InventoryObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An inventory object as staging holds it: what rarely changes apart from what always does. */
record StagedObject(String subject, String attributes, @Nullable String usage) {

  static StagedObject of(InventoryObject object, JsonMapper json) {
    ObjectNode attributes = json.valueToTree(object);
    JsonNode usage = attributes.remove("usage");
    return new StagedObject(
        object.subject().toString(),
        attributes.toString(),
        usage == null ? null : usage.toString());
  }
}
