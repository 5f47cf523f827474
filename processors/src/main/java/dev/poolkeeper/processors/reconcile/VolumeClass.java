package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Driver family and protocol of a volume.
 *
 * <p>Decided by what the volume says of itself, never by the CSI driver's name, which is free text
 * (contract 4.1, 8.2a); csi.truenas.io and tns.csi.io are constants of their drivers.
 */
public record VolumeClass(DriverFamily family, Protocol protocol) {

  private static final Pattern TRUENAS =
      Pattern.compile("(?:freenas|truenas)-(?:api-)?(nfs|smb|iscsi|nvmeof)");
  private static final Pattern GENERIC = Pattern.compile("zfs-generic-(nfs|smb|iscsi|nvmeof)");
  private static final Pattern SHARED = Pattern.compile("(?:nfs-client|smb-client|node-manual)");

  public static VolumeClass of(VolumeSource source) {
    if (source.type().equals("csi")) {
      return ofCsi(source);
    }
    boolean reachable = source.type().equals("nfs") || source.type().equals("iscsi");
    return reachable ? shared(source) : foreign();
  }

  private static VolumeClass ofCsi(VolumeSource source) {
    if (source.driver().equals("csi.truenas.io")) {
      return new VolumeClass(DriverFamily.TRUENAS_CSI, protocolOfTrueNasCsi(source));
    }
    if (source.driver().equals("tns.csi.io")) {
      return new VolumeClass(
          DriverFamily.TNS_CSI, protocol(source.attribute("protocol").orElse("")));
    }
    Optional<String> provisioner = source.attribute("provisioner_driver");
    if (provisioner.isEmpty()) {
      return shared(source);
    }
    Matcher truenas = TRUENAS.matcher(provisioner.get());
    if (truenas.matches()) {
      return new VolumeClass(DriverFamily.DEMOCRATIC_CSI, protocol(truenas.group(1)));
    }
    Matcher generic = GENERIC.matcher(provisioner.get());
    if (generic.matches()) {
      return new VolumeClass(DriverFamily.ZFS_GENERIC, protocol(generic.group(1)));
    }
    return SHARED.matcher(provisioner.get()).matches() ? shared(source) : foreign();
  }

  private static Protocol protocolOfTrueNasCsi(VolumeSource source) {
    Optional<String> named = source.attribute("protocol");
    if (named.isPresent()) {
      return protocol(named.get());
    }
    if (source.attribute("targetIQN").isPresent()) {
      return Protocol.ISCSI;
    }
    return source.attribute("nfsPath").isPresent() ? Protocol.NFS : Protocol.UNKNOWN;
  }

  private static VolumeClass shared(VolumeSource source) {
    if (source.attribute("iqn").isPresent()) {
      return new VolumeClass(DriverFamily.SHARED, Protocol.ISCSI);
    }
    if (source.attribute("nqn").isPresent()) {
      return new VolumeClass(DriverFamily.SHARED, Protocol.NVMEOF);
    }
    if (source.attribute("share").isEmpty()) {
      return foreign();
    }
    boolean smb =
        source.attribute("node_attach_driver").orElse("").equals("smb")
            || source.attribute("provisioner_driver").orElse("").equals("smb-client");
    return new VolumeClass(DriverFamily.SHARED, smb ? Protocol.SMB : Protocol.NFS);
  }

  /**
   * The protocol of whatever the fields of a volume name, also of one that is not on a TrueNAS as
   * far as it tells: what it names is protected all the same.
   */
  static Protocol named(VolumeSource source) {
    Protocol protocol = of(source).protocol();
    return protocol == Protocol.UNKNOWN ? shared(source).protocol() : protocol;
  }

  private static VolumeClass foreign() {
    return new VolumeClass(DriverFamily.FOREIGN, Protocol.UNKNOWN);
  }

  private static Protocol protocol(String word) {
    return switch (word) {
      case "nfs" -> Protocol.NFS;
      case "smb" -> Protocol.SMB;
      case "iscsi" -> Protocol.ISCSI;
      case "nvmeof" -> Protocol.NVMEOF;
      default -> Protocol.UNKNOWN;
    };
  }
}
