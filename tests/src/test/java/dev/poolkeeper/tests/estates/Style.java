package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A driver by how it names and serves volumes: contract 4.1 and 5. */
enum Style {
  FREENAS_NFS("freenas-nfs", Protocol.NFS),
  FREENAS_API_NFS("freenas-api-nfs", Protocol.NFS),
  TRUENAS_NFS("truenas-nfs", Protocol.NFS),
  FREENAS_SMB("freenas-smb", Protocol.SMB, Feature.SMB),
  FREENAS_API_SMB("freenas-api-smb", Protocol.SMB, Feature.SMB),
  FREENAS_ISCSI("freenas-iscsi", Protocol.ISCSI, Feature.ISCSI),
  FREENAS_API_ISCSI("freenas-api-iscsi", Protocol.ISCSI, Feature.ISCSI),
  TRUENAS_NVMEOF("truenas-nvmeof", Protocol.NVMEOF, Feature.NVMEOF),
  API_NVMEOF("freenas-api-nvmeof", Protocol.NVMEOF, Feature.NVMEOF),
  GENERIC_NFS("zfs-generic-nfs", Protocol.NFS, Feature.ZFS_GENERIC),
  GENERIC_ISCSI("zfs-generic-iscsi", Protocol.ISCSI, Feature.ZFS_GENERIC),
  TRUENAS_CSI_NFS("", Protocol.NFS, Feature.TRUENAS_CSI),
  TRUENAS_CSI_ISCSI("", Protocol.ISCSI, Feature.TRUENAS_CSI),
  TNS_NFS("", Protocol.NFS, Feature.TNS_CSI),
  TNS_ISCSI("", Protocol.ISCSI, Feature.TNS_CSI);

  private final String provisioner;
  private final Protocol protocol;
  private final Optional<Feature> feature;

  Style(String provisioner, Protocol protocol) {
    this(provisioner, protocol, Optional.empty());
  }

  Style(String provisioner, Protocol protocol, Feature feature) {
    this(provisioner, protocol, Optional.of(feature));
  }

  Style(String provisioner, Protocol protocol, Optional<Feature> feature) {
    this.provisioner = provisioner;
    this.protocol = protocol;
    this.feature = feature;
  }

  static List<Style> of(Set<Feature> features) {
    return Arrays.stream(values())
        .filter(style -> style.feature.map(features::contains).orElse(true))
        .toList();
  }

  String provisioner() {
    return provisioner;
  }

  Protocol protocol() {
    return protocol;
  }

  /** Whether it writes democratic-csi's marks. */
  boolean democratic() {
    return !provisioner.isEmpty();
  }

  /** Whether its shares and targets are outside the middleware. */
  boolean generic() {
    return this == GENERIC_NFS || this == GENERIC_ISCSI;
  }

  boolean trueNasCsi() {
    return this == TRUENAS_CSI_NFS || this == TRUENAS_CSI_ISCSI;
  }

  boolean tns() {
    return this == TNS_NFS || this == TNS_ISCSI;
  }

  /** Whether its volumes are block devices. */
  boolean block() {
    return protocol == Protocol.ISCSI || protocol == Protocol.NVMEOF;
  }

  /** Whether a chain of the NAS' own rows leads to its datasets, so that the join is sure. */
  boolean teaches() {
    return this != GENERIC_ISCSI;
  }
}
