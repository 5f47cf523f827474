package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what it means that no dataset was found: where it should have been, or why that cannot be
 * said. Loss needs a known place: a NAS the volume names, or one with the very parent it was in.
 */
final class AbsentVolume {

  /** The appliance hides every dataset with one of these in its path (contract 1.7). */
  private static final List<String> HIDDEN =
      List.of("/.system", "/ix-applications", "/ix-apps", "/.ix-virt", "/.truenas_containers");

  private final NasDirectory directory;

  AbsentVolume(NasDirectory directory) {
    this.directory = directory;
  }

  Match explain(PersistentVolume volume, VolumeClass kind) {
    Optional<String> expected = expectedId(volume, kind);
    if (expected.filter(AbsentVolume::hidden).isPresent()) {
      return new Unresolved(
          volume.subject(), "TrueNAS hides datasets such as " + expected.get() + " from its lists");
    }
    List<NasIndex> homes = homes(volume, expected);
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
        List.of(
            "%s is not on %s".formatted(place, names(homes)),
            "volumeHandle %s, %s".formatted(volume.source().handle(), address(volume))));
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

  private List<NasIndex> homes(PersistentVolume volume, Optional<String> expected) {
    if (directory.resolves(volume.source())) {
      return directory.candidates(volume.source());
    }
    Optional<String> parent =
        expected.filter(id -> id.contains("/")).map(id -> id.substring(0, id.lastIndexOf('/')));
    if (parent.isPresent()) {
      return directory.all().stream().filter(nas -> nas.dataset(parent.get()).isPresent()).toList();
    }
    Set<String> learnt = directory.parents().nasOf(volume.cluster(), volume.source().driver());
    return learnt.stream().map(directory::of).toList();
  }

  private static String address(PersistentVolume volume) {
    String addresses =
        NasAddresses.addresses(volume.source()).distinct().collect(Collectors.joining(", "));
    return addresses.isEmpty() ? "the address it does not have" : "address " + addresses;
  }
}
