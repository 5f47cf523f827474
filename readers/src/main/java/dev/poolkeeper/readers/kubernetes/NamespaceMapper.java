package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.readers.json.OwnerKeys;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Visible;
import java.util.Optional;

/**
 * Reads a Namespace: its uid tells clusters apart, its creation how old they are, and a label or
 * annotation may name who answers for it.
 */
final class NamespaceMapper {

  private NamespaceMapper() {}

  static Namespace map(KubernetesObject object) {
    return new Namespace(
        object.cluster(),
        object.name(),
        object.uid(),
        object.row().instant("metadata", "creationTimestamp"),
        owner(object.row()));
  }

  private static Optional<Owner> owner(Row row) {
    return OwnerKeys.ALL.stream()
        .flatMap(key -> named(row, "annotation", key).or(() -> named(row, "label", key)).stream())
        .findFirst();
  }

  private static Optional<Owner> named(Row row, String where, String key) {
    return row.text("metadata", where + "s", key)
        .filter(name -> !name.isBlank())
        .map(name -> new Owner(Visible.text(name), where + " " + key));
  }
}
