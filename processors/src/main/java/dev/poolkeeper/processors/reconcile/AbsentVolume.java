package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what it means that no dataset was found: where it should have been, or why that cannot be
 * said. Loss needs a known place: a NAS the volume names, or the one its driver keeps volumes on.
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
   * @param lookalikes datasets elsewhere that bear the volume's mark or name
   */
  Match explain(PersistentVolume volume, VolumeClass kind, List<Dataset> lookalikes) {
    Optional<String> expected = expectedId(volume, kind);
    if (expected.filter(AbsentVolume::hidden).isPresent()) {
      return new Unresolved(
          volume.subject(), "TrueNAS hides datasets such as " + expected.get() + " from its lists");
    }
    List<NasIndex> homes = homes(volume);
    if (homes.isEmpty()) {
      return new Unresolved(volume.subject(), "no registered NAS is known by " + address(volume));
    }
    Optional<String> pool = expected.map(id -> id.contains("/") ? id.split("/", 2)[0] : id);
    if (pool.isPresent() && homes.stream().noneMatch(nas -> readable(nas, pool.get()))) {
      return new Unresolved(
          volume.subject(), "pool %s is not imported on %s".formatted(pool.get(), names(homes)));
    }
    String place = expected.orElse("a dataset named " + volume.source().handle());
    return new Absent(
        volume.subject(),
        homes.stream().map(NasIndex::nas).toList(),
        pool.orElse(""),
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

  private static boolean hidden(String id) {
    return HIDDEN.stream().anyMatch(id::contains);
  }

  private static boolean readable(NasIndex nas, String pool) {
    return nas.pool(pool).filter(Pool::readable).isPresent();
  }

  private static String names(List<NasIndex> homes) {
    return homes.stream().map(NasIndex::nas).collect(Collectors.joining(", "));
  }

  /** The id the volume's own fields spell out, where they do. */
  private static Optional<String> expectedId(PersistentVolume volume, VolumeClass kind) {
    VolumeSource source = volume.source();
    return switch (kind.family()) {
      case TRUENAS_CSI -> Optional.of(source.handle());
      case TNS_CSI -> source.attribute("datasetID").or(() -> source.attribute("datasetName"));
      default ->
          kind.protocol() == Protocol.NFS
              ? ProtocolChain.path(source)
                  .filter(path -> path.startsWith("/mnt/"))
                  .map(path -> path.substring("/mnt/".length()).replaceFirst("/$", ""))
              : Optional.empty();
    };
  }

  /** A driver's installation talks to one NAS, so its other volumes tell where this one was. */
  private List<NasIndex> homes(PersistentVolume volume) {
    return directory.resolves(volume.source())
        ? directory.candidates(volume.source())
        : directory.parents().nasOf(volume.cluster(), volume.source().driver()).stream()
            .map(directory::of)
            .toList();
  }

  private static String address(PersistentVolume volume) {
    String addresses =
        NasAddresses.addresses(volume.source()).distinct().collect(Collectors.joining(", "));
    return addresses.isEmpty() ? "the address it does not have" : "address " + addresses;
  }
}
