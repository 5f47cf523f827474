package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ways to a dataset: what takes them away, in order, and what keeps that from being done. */
final class Access {

  private final NasWorld world;

  Access(NasWorld world) {
    this.world = world;
  }

  /**
   * Shares first; of a zvol each link before its extent, and a target once it shows nothing else.
   */
  List<Step> steps(Dataset dataset) {
    List<Step> steps = new ArrayList<>();
    world.nfsShares(dataset).stream()
        .filter(share -> share.paths().stream().anyMatch(path -> world.serves(dataset, path)))
        .forEach(share -> steps.add(Steps.delete(share)));
    world.smbShares(dataset).stream()
        .filter(share -> world.serves(dataset, share.path()))
        .forEach(share -> steps.add(Steps.delete(share)));
    List<IscsiExtent> extents = world.extents(dataset);
    links(extents).forEach(link -> steps.add(Steps.delete(link)));
    extents.forEach(extent -> steps.add(Steps.delete(extent)));
    emptied(extents).forEach(target -> steps.add(Steps.delete(target)));
    world.namespaces(dataset).forEach(namespace -> steps.add(Steps.delete(namespace)));
    return steps;
  }

  private List<IscsiTargetExtent> links(List<IscsiExtent> extents) {
    return extents.stream().flatMap(extent -> world.links(extent).stream()).toList();
  }

  private List<IscsiTarget> targets(List<IscsiExtent> extents) {
    return links(extents).stream()
        .map(link -> world.target(link.nas(), link.target()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Targets that show none but these extents. */
  private List<IscsiTarget> emptied(List<IscsiExtent> extents) {
    Set<Long> ids = extents.stream().map(IscsiExtent::id).collect(Collectors.toSet());
    return targets(extents).stream()
        .filter(target -> world.links(target).stream().allMatch(l -> ids.contains(l.extent())))
        .toList();
  }

  List<Blocker> blockers(Dataset dataset) {
    List<Blocker> blockers = new ArrayList<>();
    world
        .nfsShares(dataset)
        .forEach(share -> shared(dataset, share.subject(), share.paths()).ifPresent(blockers::add));
    world
        .smbShares(dataset)
        .forEach(
            share ->
                shared(dataset, share.subject(), List.of(share.path())).ifPresent(blockers::add));
    Set<String> clients = new TreeSet<>();
    world.clients(dataset).forEach(client -> clients.add(client.address()));
    clients.forEach(
        address -> blockers.add(client(address, "%s has it mounted over NFS".formatted(address))));
    targets(world.extents(dataset)).forEach(target -> blockers.addAll(sessions(target)));
    for (NvmeNamespace namespace : world.namespaces(dataset)) {
      world
          .sessions(namespace)
          .forEach(
              session ->
                  blockers.add(
                      Blocker.of(
                          Blocker.Kind.SESSION,
                          session.host(),
                          "%s is connected to %s".formatted(session.host(), namespace.nqn()))));
    }
    // a host may be connected through several ports
    return blockers.stream().distinct().toList();
  }

  /** That a share leads to more than the dataset, by its first path that does. */
  private Optional<Blocker> shared(Dataset dataset, Subject share, List<String> paths) {
    return paths.stream()
        .filter(path -> !world.serves(dataset, path))
        .findFirst()
        .map(
            path ->
                Blocker.of(
                    Blocker.Kind.SHARE,
                    share,
                    NasWorld.inside(dataset, path)
                        ? "%s serves %s, where %s is mounted"
                            .formatted(
                                share,
                                path,
                                world.holding(dataset.nas(), path).map(Dataset::id).orElse("none"))
                        : "%s serves %s as well".formatted(share, path)));
  }

  /** Who is logged in to a target. */
  List<Blocker> sessions(IscsiTarget target) {
    return world.sessions(target).stream()
        .map(
            session ->
                Blocker.of(
                    Blocker.Kind.SESSION,
                    session.initiator(),
                    "%s (%s) is logged in to %s"
                        .formatted(
                            session.initiator(), session.initiatorAddress(), target.subject())))
        .toList();
  }

  /** An entry of the mount table, which may be stale. */
  static Blocker client(String address, String words) {
    return Blocker.of(
            Blocker.Kind.CLIENT,
            address,
            words + ", says the NFSv3 mount table, which may be stale")
        .suggesting(
            "unmount it on %s; mounting and unmounting it once clears a stale entry"
                .formatted(address));
  }
}
