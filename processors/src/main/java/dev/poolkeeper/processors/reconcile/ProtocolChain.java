package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows what a volume tells the node to mount, hop by hop, to the datasets of one NAS: path to
 * mountpoint, IQN to target to extent to zvol, share name to path, NQN to namespace to zvol.
 *
 * <p>Names are compared whole, never by substring or suffix. Source: contract 6.2, step 3.
 */
final class ProtocolChain {

  /** A dataset at the end of a chain, and the sentence that tells the way. */
  record Hit(Dataset dataset, String evidence) {}

  private final NasIndex nas;
  private final Optional<String> iscsiBasename;

  ProtocolChain(NasIndex nas, Optional<String> iscsiBasename) {
    this.nas = nas;
    this.iscsiBasename = iscsiBasename;
  }

  /** Every dataset the chain ends at; more than one only if the NAS itself is ambiguous. */
  List<Hit> follow(VolumeSource source, Protocol protocol) {
    return switch (protocol) {
      case NFS -> path(source).flatMap(this::byPath).stream().toList();
      case SMB -> smbPath(source).flatMap(path -> bySmbPath(source, path)).stream().toList();
      case ISCSI ->
          iqn(source).stream().flatMap(iqn -> byIqn(iqn, number(source, "lun", "0"))).toList();
      case NVMEOF ->
          source.attribute("nqn").stream()
              .flatMap(nqn -> byNqn(nqn, number(source, "nsid", "1")))
              .toList();
      case UNKNOWN -> List.of();
    };
  }

  /** The dataset ids the chain should end at, as far as the NAS spells them, there or not. */
  Stream<String> ends(VolumeSource source, Protocol protocol) {
    return switch (protocol) {
      case NFS -> path(source).flatMap(ProtocolChain::below).stream();
      case SMB -> smbPath(source).flatMap(ProtocolChain::below).stream();
      case ISCSI ->
          iqn(source).flatMap(this::target).stream()
              .flatMap(target -> nas.zvolIds(target, number(source, "lun", "0")).stream());
      case NVMEOF ->
          source.attribute("nqn").stream()
              .flatMap(nqn -> nas.zvolIds(nqn, number(source, "nsid", "1")).stream());
      case UNKNOWN -> Stream.empty();
    };
  }

  private static Optional<String> below(String path) {
    return Optional.of(path)
        .filter(mount -> mount.startsWith("/mnt/"))
        .map(mount -> mount.substring("/mnt/".length()).replaceFirst("/$", ""));
  }

  /** The NFS path a volume names. */
  static Optional<String> path(VolumeSource source) {
    return source.attribute("nfsPath").or(() -> source.attribute("share"));
  }

  /** The target IQN a volume names. */
  static Optional<String> iqn(VolumeSource source) {
    return Stream.of("iqn", "targetIQN", "iscsiIQN")
        .flatMap(key -> source.attribute(key).stream())
        .findFirst();
  }

  /** The number a volume names, or the one that drivers mean which name none. */
  private static long number(VolumeSource source, String key, String otherwise) {
    String text = source.attribute(key).orElse(otherwise);
    return text.chars().allMatch(Character::isDigit) && text.length() < 10
        ? Long.parseLong(text)
        : -1;
  }

  private Optional<Hit> byPath(String path) {
    return nas.mountedAt(path)
        .map(
            dataset -> new Hit(dataset, "NFS path %s is dataset %s".formatted(path, dataset.id())));
  }

  private Optional<Hit> bySmbPath(VolumeSource source, String path) {
    return nas.mountedAt(path)
        .map(
            dataset ->
                new Hit(
                    dataset,
                    "SMB share %s is dataset %s"
                        .formatted(source.attribute("share").orElse(""), dataset.id())));
  }

  /**
   * The path an SMB volume names: that of the share, or of a folder in it, for what follows the
   * first slash is no part of a share's name.
   */
  private Optional<String> smbPath(VolumeSource source) {
    Optional<String> named = source.attribute("share").map(name -> name.replaceFirst("^/+", ""));
    return named
        .flatMap(nas::smbShare)
        .map(SmbShare::path)
        .or(() -> named.filter(name -> name.contains("/")).flatMap(this::folderInShare));
  }

  private Optional<String> folderInShare(String name) {
    int slash = name.indexOf('/');
    return nas.smbShare(name.substring(0, slash))
        .map(share -> share.path().replaceFirst("/$", "") + name.substring(slash));
  }

  /** The datasets in which the files lie that a volume names by a path. */
  List<Hit> around(VolumeSource source, Protocol protocol) {
    return switch (protocol) {
      case NFS ->
          path(source).stream()
              .flatMap(path -> folders(source, path))
              .flatMap(path -> holding(path, "NFS"))
              .toList();
      case SMB ->
          smbPath(source).stream()
              .flatMap(path -> folders(source, path))
              .flatMap(path -> holding(path, "SMB"))
              .toList();
      case ISCSI, NVMEOF, UNKNOWN -> List.of();
    };
  }

  /** The path, and the folder below it that csi-driver-nfs and csi-driver-smb make of a volume. */
  private static Stream<String> folders(VolumeSource source, String path) {
    return Stream.concat(
        Stream.of(path),
        source.attribute("subdir").or(() -> source.attribute("subDir")).stream()
            .map(folder -> path.replaceFirst("/$", "") + "/" + folder.replaceFirst("^/+", "")));
  }

  private Stream<Hit> holding(String path, String protocol) {
    return nas.holding(path).stream()
        .map(d -> new Hit(d, "its %s path is inside dataset %s".formatted(protocol, d.id())));
  }

  private Stream<Hit> byIqn(String iqn, long lun) {
    Optional<IscsiTarget> target = target(iqn);
    return target.stream()
        .flatMap(found -> nas.zvolIds(found, lun).stream())
        .flatMap(id -> nas.dataset(id).stream())
        .map(zvol -> new Hit(zvol, chainText(iqn, lun, zvol)));
  }

  private static String chainText(String iqn, long lun, Dataset zvol) {
    return "target %s, LUN %d is zvol %s".formatted(iqn, lun, zvol.id());
  }

  /**
   * The target an IQN names. What follows the current base name is the target's name and nothing
   * else; the base name may have changed since the volume was made, so without it every colon may
   * end it. A whole IQN may also be a target's name.
   */
  Optional<IscsiTarget> target(String iqn) {
    Optional<String> current =
        iscsiBasename
            .map(base -> base + ":")
            .filter(iqn::startsWith)
            .map(base -> iqn.substring(base.length()));
    if (current.isPresent()) {
      return nas.target(current.get()).or(() -> nas.target(iqn));
    }
    List<String> names = new ArrayList<>();
    names.add(iqn);
    for (int colon = iqn.lastIndexOf(':'); colon > 0; colon = iqn.lastIndexOf(':', colon - 1)) {
      names.add(iqn.substring(colon + 1));
    }
    return names.stream().flatMap(name -> nas.target(name).stream()).findFirst();
  }

  private Stream<Hit> byNqn(String nqn, long nsid) {
    return nas.zvolIds(nqn, nsid).stream()
        .flatMap(id -> nas.dataset(id).stream())
        .map(
            zvol ->
                new Hit(
                    zvol, "subsystem %s, namespace %d is zvol %s".formatted(nqn, nsid, zvol.id())));
  }
}
