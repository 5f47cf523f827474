package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.Dataset.UserProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The ZFS user properties democratic-csi sets. truenas-csi sets none. */
final class CsiProperties {
  private static final String PREFIX = "democratic-csi:";

  private CsiProperties() {}

  static List<UserProperty> of(Volume volume, LocalDate night) {
    List<UserProperty> properties = new ArrayList<>();
    if (volume.profile.driver().isDemocratic()) {
      add(properties, "managed_resource", "true");
      add(properties, "csi_volume_name", volume.name());
      add(properties, "volume_context_provisioner_driver", volume.profile.driver().provisioner());
      if (!volume.sourceVolume.isEmpty()) {
        add(properties, "csi_volume_content_source_type", "volume");
        add(properties, "csi_volume_content_source_id", volume.sourceVolume);
      }
      if (volume.provisioned) {
        add(properties, "csi_share_volume_context", Json.text(shareContext(volume)));
        add(properties, "provision_success", "true");
      }
      if (volume.share.on(night)) {
        addShareIds(properties, volume);
      }
    }
    if (volume.optedOutOnNas) {
      properties.add(UserProperty.local("poolkeeper:keep", "true"));
    }
    return properties;
  }

  static List<UserProperty> of(CsiSnapshot snapshot) {
    List<UserProperty> properties = new ArrayList<>();
    if (snapshot.volume.profile.driver().isDemocratic()) {
      add(properties, "managed_resource", "true");
      add(properties, "csi_snapshot_name", snapshot.csiName());
      add(properties, "csi_snapshot_source_volume_id", snapshot.volume.name());
      add(properties, "provision_success", "true");
    }
    return properties;
  }

  private static JsonObject shareContext(Volume volume) {
    return volume.profile.isNfs()
        ? Json.object("node_attach_driver", "nfs")
            .with("server", volume.nas().address())
            .with("share", volume.mountpoint())
        : Json.object("node_attach_driver", "iscsi")
            .with("portal", volume.nas().portal())
            .with("portals", "")
            .with("interface", "")
            .with("iqn", volume.iqn())
            .with("lun", 0);
  }

  private static void addShareIds(List<UserProperty> properties, Volume volume) {
    String row = Integer.toString(volume.number);
    if (volume.profile.isNfs()) {
      add(properties, "freenas_nfs_share_id", row);
      return;
    }
    add(properties, "freenas_iscsi_target_id", row);
    add(properties, "freenas_iscsi_extent_id", row);
    add(properties, "freenas_iscsi_targettoextent_id", row);
    add(properties, "freenas_iscsi_assets_name", volume.target());
  }

  private static void add(List<UserProperty> properties, String key, String value) {
    properties.add(UserProperty.local(PREFIX + key, value));
  }
}
