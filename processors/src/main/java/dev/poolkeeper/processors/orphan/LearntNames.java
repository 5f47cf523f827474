package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.reconcile.Confidence;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the drivers of registered clusters name their targets on each NAS, learnt from confirmed
 * volumes: what stands before and after the volume's own name.
 */
final class LearntNames {

  private record Affixes(String nas, String prefix, String suffix) {}

  private final Set<Affixes> learnt = new HashSet<>();

  LearntNames(Night night) {
    for (String nas : night.completeness().estate().nas()) {
      NasIndex index = night.join().nas(nas);
      for (IscsiTarget target : index.targets()) {
        index.zvolIds(target).stream()
            .flatMap(id -> index.dataset(id).stream())
            .filter(zvol -> confirmed(night, zvol))
            .forEach(zvol -> learn(target, zvol.leaf().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private static boolean confirmed(Night night, Dataset zvol) {
    return night.join().linksTo(zvol.subject()).stream()
        .anyMatch(link -> link.confidence() == Confidence.CONFIRMED);
  }

  private void learn(IscsiTarget target, String leaf) {
    affixes(target, leaf).ifPresent(learnt::add);
  }

  private static Optional<Affixes> affixes(IscsiTarget target, String leaf) {
    String name = target.name().toLowerCase(Locale.ROOT);
    int at = name.indexOf(leaf);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new Affixes(target.nas(), name.substring(0, at), name.substring(at + leaf.length())));
  }

  /**
   * Whether the target shows this zvol under a name that no driver of a registered cluster gives,
   * though it is made of the zvol's as drivers do. Says nothing where no names were learnt.
   */
  boolean foreign(IscsiTarget target, Dataset zvol) {
    String leaf = zvol.leaf().toLowerCase(Locale.ROOT);
    Optional<Affixes> given = affixes(target, leaf);
    boolean known = learnt.stream().anyMatch(affixes -> affixes.nas().equals(target.nas()));
    return known && given.isPresent() && !learnt.contains(given.get());
  }

  /** The generated volume name inside a target's name; empty when no driver names targets so. */
  Optional<String> volumeOf(IscsiTarget target) {
    String name = target.name().toLowerCase(Locale.ROOT);
    return learnt.stream()
        .filter(affixes -> affixes.nas().equals(target.nas()))
        .filter(a -> name.length() > a.prefix().length() + a.suffix().length())
        .filter(a -> name.startsWith(a.prefix()) && name.endsWith(a.suffix()))
        .map(a -> name.substring(a.prefix().length(), name.length() - a.suffix().length()))
        .filter(core -> DriverTraces.GENERATED.matcher(core).matches())
        .sorted()
        .findFirst();
  }
}
