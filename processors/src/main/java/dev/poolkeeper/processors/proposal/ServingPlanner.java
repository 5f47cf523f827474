package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shares, targets, extents and links that lead nowhere. All of it can be made again. */
final class ServingPlanner {

  private final NasWorld world;
  private final Access access;
  private final Map<Subject, InventoryObject> objects = new HashMap<>();

  ServingPlanner(Night night, NasWorld world) {
    this.world = world;
    this.access = new Access(world);
    index(night, ObjectKind.NFS_SHARE, NfsShare.class);
    index(night, ObjectKind.SMB_SHARE, SmbShare.class);
    index(night, ObjectKind.ISCSI_EXTENT, IscsiExtent.class);
    index(night, ObjectKind.ISCSI_TARGET, IscsiTarget.class);
    index(night, ObjectKind.ISCSI_TARGET_EXTENT, IscsiTargetExtent.class);
  }

  private <T extends InventoryObject> void index(Night night, ObjectKind kind, Class<T> type) {
    night.all(kind, type).forEach(object -> objects.put(object.subject(), object));
  }

  Planned plan(FindingCode code, Subject subject) {
    InventoryObject object = objects.get(subject);
    if (object == null) {
      return new Planned.Nothing("it is not there any more");
    }
    List<Step> steps = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    if (object instanceof NfsShare share) {
      steps.add(Steps.delete(share));
      share.paths().forEach(path -> blockers.addAll(mounted(share, path)));
    } else if (object instanceof SmbShare share) {
      steps.add(Steps.delete(share));
      world.mountedAt(share.nas(), share.path()).ifPresent(dataset -> blockers.add(there(dataset)));
    } else if (object instanceof IscsiTargetExtent link) {
      steps.add(Steps.delete(link));
      world
          .target(link.nas(), link.target())
          .ifPresent(
              target -> {
                blockers.add(there(target));
                blockers.addAll(access.sessions(target));
              });
    } else if (object instanceof IscsiExtent extent) {
      extent(extent, steps, blockers);
    } else if (object instanceof IscsiTarget target) {
      target(target, steps, blockers);
    }
    return new Planned.Steps(new Plan(code, subject, steps, blockers, Reclaim.NOTHING, Set.of()));
  }

  private List<Blocker> mounted(NfsShare share, String path) {
    List<Blocker> blockers = new ArrayList<>();
    world.mountedAt(share.nas(), path).ifPresent(dataset -> blockers.add(there(dataset)));
    world
        .clients(share.nas(), path)
        .forEach(
            client ->
                blockers.add(
                    Access.client(client.address(), client.address() + " has it mounted")));
    return blockers;
  }

  private void extent(IscsiExtent extent, List<Step> steps, List<Blocker> blockers) {
    for (IscsiTargetExtent link : world.links(extent)) {
      steps.add(Steps.delete(link));
      world
          .target(link.nas(), link.target())
          .ifPresent(target -> blockers.addAll(access.sessions(target)));
    }
    steps.add(Steps.delete(extent));
    extent
        .dataset()
        .flatMap(zvol -> world.dataset(extent.nas(), zvol))
        .ifPresent(zvol -> blockers.add(there(zvol)));
  }

  private void target(IscsiTarget target, List<Step> steps, List<Blocker> blockers) {
    for (IscsiTargetExtent link : world.links(target)) {
      steps.add(Steps.delete(link));
      world.extent(link.nas(), link.extent()).ifPresent(extent -> blockers.add(there(extent)));
    }
    steps.add(Steps.delete(target));
    blockers.addAll(access.sessions(target));
  }

  /** What it leads to is there after all. */
  private static Blocker there(InventoryObject object) {
    return Blocker.of(
        Blocker.Kind.SHARE, object.subject(), "it leads to %s".formatted(object.subject()));
  }
}
