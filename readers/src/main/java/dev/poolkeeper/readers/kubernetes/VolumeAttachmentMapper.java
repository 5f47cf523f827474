package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.readers.json.Row;

/** Reads a VolumeAttachment; its inline volumes (CSI migration) name no volume. */
final class VolumeAttachmentMapper {

  private VolumeAttachmentMapper() {}

  static VolumeAttachment map(KubernetesObject object) {
    Row row = object.row();
    return new VolumeAttachment(
        object.cluster(),
        object.name(),
        row.textOrNone("spec", "attacher"),
        row.textOrNone("spec", "nodeName"),
        row.text("spec", "source", "persistentVolumeName"),
        row.flag(false, "status", "attached"),
        object.keep());
  }
}
