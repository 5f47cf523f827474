package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers of {@code sharing.nfs.query} and {@code sharing.smb.query}. */
final class MidcltShares {
  private static final String TRUENAS_CSI = "CSI volume ";

  private final Estate estate;
  private final Appliance nas;
  private final LocalDate night;

  MidcltShares(Estate estate, Appliance nas, LocalDate night) {
    this.estate = estate;
    this.nas = nas;
    this.night = night;
  }

  List<JsonObject> nfs() {
    List<JsonObject> rows = new ArrayList<>();
    if (nas == Appliance.NAS1) {
      rows.add(
          nfsRow(1, "/mnt/tank/media/Family Photos", "<b>Photos</b> & \"albums\", read by all"));
      rows.add(nfsRow(2, "/mnt/tank/media/recordings", ""));
    } else {
      rows.add(nfsRow(1, "/mnt/vault/software", "installers, 5 > 4 copies"));
    }
    estate.volumesOn(nas).stream()
        .filter(volume -> volume.profile.isNfs() && volume.share.on(night))
        .forEach(volume -> rows.add(nfsRow(volume.number, volume.mountpoint(), comment(volume))));
    return rows;
  }

  private static String comment(Volume volume) {
    return volume.profile.driver().isDemocratic()
        ? "democratic-csi (" + volume.profile.driver().label() + "): " + volume.datasetId()
        : TRUENAS_CSI + volume.handle();
  }

  private JsonObject nfsRow(int id, String path, String comment) {
    boolean mapsAll = comment.startsWith(TRUENAS_CSI);
    JsonObject row =
        Json.object("id", id)
            .with("path", path)
            .with("aliases", List.of())
            .with("comment", comment)
            .with("networks", List.of("198.51.100.0/24"))
            .with("hosts", List.of())
            .with("ro", false)
            .with("maproot_user", mapsAll ? null : "root")
            .with("maproot_group", mapsAll ? null : "root")
            .with("mapall_user", mapsAll ? "root" : null)
            .with("mapall_group", mapsAll ? "wheel" : null)
            .with("security", List.of())
            .with("enabled", true)
            .with("locked", false);
    if (nas.isGoldeye()) {
      row.put("expose_snapshots", false);
    }
    return row;
  }

  List<JsonObject> smb() {
    return nas == Appliance.NAS1
        ? List.of(
            smbRow(1, "home", "/mnt/tank/home"),
            smbRow(2, "photos", "/mnt/tank/media/Family Photos"))
        : List.of(smbRow(1, "scans", "/mnt/vault/scans"));
  }

  private JsonObject smbRow(int id, String name, String path) {
    JsonObject row =
        Json.object("id", id)
            .with("purpose", "DEFAULT_SHARE")
            .with("name", name)
            .with("path", path)
            .with("enabled", true)
            .with("comment", "")
            .with("browsable", true)
            .with("locked", false)
            .with(
                "audit",
                Json.object("enable", false)
                    .with("watch_list", List.of())
                    .with("ignore_list", List.of()));
    if (nas.isGoldeye()) {
      row.put("readonly", false);
      row.put("access_based_share_enumeration", false);
      row.put("options", null);
      return row;
    }
    row.putAll(
        Json.object("ro", false)
            .with("home", false)
            .with("path_suffix", "")
            .with("timemachine", false)
            .with("guestok", false)
            .with("abe", false)
            .with("hostsallow", List.of())
            .with("hostsdeny", List.of())
            .with("auxsmbconf", "")
            .with("vuid", "")
            .with("path_local", path));
    return row;
  }
}
