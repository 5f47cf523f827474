package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import java.util.Optional;

/** Targets that no driver made. */
final class ServiceRows {

  private ServiceRows() {}

  /** A target of a person that shows a zvol, there or not. */
  static void target(Draft draft, Nas nas, String name, String zvol) {
    long target = draft.nextId();
    long extent = draft.nextId();
    draft.add(new IscsiTarget(nas.name(), target, name, Optional.empty()));
    draft.add(new IscsiExtent(nas.name(), extent, name, Optional.of(zvol), "made by hand", true));
    draft.add(new IscsiTargetExtent(nas.name(), draft.nextId(), target, extent, 0));
  }
}
