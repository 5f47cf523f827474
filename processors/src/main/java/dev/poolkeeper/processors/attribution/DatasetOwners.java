package dev.poolkeeper.processors.attribution;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds whom a dataset serves: the volume that owns it, or the innermost dataset around it. */
public final class DatasetOwners {

  private final Map<Subject, Owner> owners;

  /**
   * @param owners by the dataset or zvol that a volume owns
   */
  public DatasetOwners(Map<Subject, Owner> owners) {
    this.owners = Map.copyOf(owners);
  }

  /** These, and where they know none, the others: a deleted dataset serves whom it served. */
  public DatasetOwners orElse(DatasetOwners others) {
    Map<Subject, Owner> both = new HashMap<>(others.owners);
    both.putAll(owners);
    return new DatasetOwners(both);
  }

  /** O(depth of the path). */
  Optional<Owner> of(Subject dataset) {
    String path = dataset.path();
    while (true) {
      Owner owner = owners.get(new Subject(dataset.source(), path));
      int slash = path.lastIndexOf('/');
      if (owner != null || slash < 0) {
        return Optional.ofNullable(owner);
      }
      path = path.substring(0, slash);
    }
  }
}
