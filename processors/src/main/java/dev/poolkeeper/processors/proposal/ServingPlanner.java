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
      share
          .paths()
          .forEach(
              path ->
                  world
                      .clients(share.nas(), path)
                      .forEach(
                          client ->
                              blockers.add(
                                  Access.client(
                                      client.address(), client.address() + " has it mounted"))));
    } else if (object instanceof SmbShare share) {
      steps.add(Steps.delete(share));
    } else if (object instanceof IscsiTargetExtent link) {
      steps.add(Steps.delete(link));
      world
          .target(link.nas(), link.target())
          .ifPresent(target -> blockers.addAll(access.sessions(target)));
    } else if (object instanceof IscsiExtent extent) {
      for (IscsiTargetExtent link : world.links(extent)) {
        steps.add(Steps.delete(link));
        world
            .target(link.nas(), link.target())
            .ifPresent(target -> blockers.addAll(access.sessions(target)));
      }
      steps.add(Steps.delete(extent));
    } else if (object instanceof IscsiTarget target) {
      world.links(target).forEach(link -> steps.add(Steps.delete(link)));
      steps.add(Steps.delete(target));
      blockers.addAll(access.sessions(target));
    }
    return new Planned.Steps(
        new Plan(code, subject, steps, blockers, Reclaim.NOTHING, Set.of()));
  }
}
