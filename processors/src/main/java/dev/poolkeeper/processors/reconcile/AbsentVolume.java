package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.OutOfScope;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what it means that no dataset was found: where it should have been, or why that cannot be
 * said. Loss needs a known place: the NAS whose address the volume names, or, for a volume without
 * one, all of them.
 */
final class AbsentVolume {

  /** The appliance hides every dataset with one of these in its path (contract 1.7). */
  private static final List<String> HIDDEN =
      List.of("/.system", "/ix-applications", "/ix-apps", "/.ix-virt", "/.truenas_containers");

  private final NasDirectory directory;

  AbsentVolume(NasDirectory directory) {
    this.directory = directory;
  }

  /**
   * @param lookalikes datasets that bear the volume's mark where its driver keeps none
   */
  Match explain(PersistentVolume volume, VolumeClass kind, List<Dataset> lookalikes) {
    List<NasIndex> homes = directory.homes(volume);
    if (homes.isEmpty()) {
      return homeless(volume, kind);
    }
    Optional<String> expected = expectedId(volume, kind, homes);
    if (expected.filter(AbsentVolume::hidden).isPresent()) {
      return new Unresolved(
          volume.subject(), "TrueNAS hides datasets such as " + expected.get() + " from its lists");
    }
    String pool = expected.map(id -> id.split("/", 2)[0]).orElse("");
    Optional<String> unlisted = unlisted(homes, pool);
    if (unlisted.isPresent()) {
      return new Unresolved(volume.subject(), unlisted.get());
    }
    String place = expected.orElse("a dataset named " + volume.source().handle());
    return new Absent(
        volume.subject(),
        homes.stream().map(NasIndex::nas).toList(),
        pool,
        kind.protocol(),
        evidence(volume, "%s is not on %s".formatted(place, names(homes)), lookalikes));
  }

  private static List<String> evidence(
      PersistentVolume volume, String absence, List<Dataset> lookalikes) {
    List<String> evidence = new ArrayList<>();
    evidence.add(absence);
    evidence.add("volumeHandle %s, %s".formatted(volume.source().handle(), address(volume)));
    lookalikes.forEach(
        d -> evidence.add("%s bears its mark: a copy, or renamed".formatted(d.subject())));
    return evidence;
  }

  private static Match homeless(PersistentVolume volume, VolumeClass kind) {
    boolean addressed = NasAddresses.addresses(volume.source()).findAny().isPresent();
    if (addressed && kind.family() == DriverFamily.ZFS_GENERIC) {
      return new OutOfScope(
          volume.subject(), "on a ZFS host of its own: no registered NAS has its address");
    }
    return new Unresolved(
        volume.subject(),
        addressed
            ? "no registered NAS is known by " + address(volume)
            : "it names no address, and no other volume of its driver was found");
  }

  /** Why the datasets of a pool, or of any pool, cannot have been listed. */
  private static Optional<String> unlisted(List<NasIndex> homes, String pool) {
    if (!pool.isEmpty() && homes.stream().allMatch(nas -> nas.pool(pool).isEmpty())) {
      return Optional.of("pool %s is not imported on %s".formatted(pool, names(homes)));
    }
    boolean listed =
        homes.stream()
            .flatMap(nas -> nas.pools().stream().filter(nas::lists))
            .anyMatch(known -> pool.isEmpty() || known.name().equals(pool));
    return listed
        ? Optional.empty()
        : Optional.of(
            "the datasets of %s on %s are not in its list"
                .formatted(pool.isEmpty() ? "the pools" : "pool " + pool, names(homes)));
  }

  private static boolean hidden(String id) {
    return HIDDEN.stream().anyMatch(id::contains);
  }

  private static String names(List<NasIndex> homes) {
    return homes.stream().map(NasIndex::nas).collect(Collectors.joining(", "));
  }

  /** The id that the volume's own fields spell out, or the share or target it names. */
  private Optional<String> expectedId(
      PersistentVolume volume, VolumeClass kind, List<NasIndex> homes) {
    VolumeSource source = volume.source();
    return switch (kind.family()) {
      case TRUENAS_CSI -> Optional.of(source.handle());
      case TNS_CSI -> source.attribute("datasetID").or(() -> source.attribute("datasetName"));
      default -> directory.ends(homes, source, kind.protocol()).stream().findFirst();
    };
  }

  private static String address(PersistentVolume volume) {
    String addresses =
        NasAddresses.addresses(volume.source()).distinct().collect(Collectors.joining(", "));
    return addresses.isEmpty() ? "no address" : "address " + addresses;
  }
}
