package dev.poolkeeper.processors.inventory;

/**
 * The claim a volume is or was bound to.
 *
 * @param uid the claim's uid at binding time; empty when the volume was pre-bound by name
 */
public record ClaimReference(String namespace, String name, String uid) {

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
