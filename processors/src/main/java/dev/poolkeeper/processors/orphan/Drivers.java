package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.DriverFamily;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.HashSet;
import java.util.Set;

/**
 * Which CSI drivers of which clusters keep volumes on a TrueNAS, by the volumes they made: their
 * names are free text.
 */
public final class Drivers {

  private final Set<String> owning = new HashSet<>();

  public Drivers(Night night) {
    for (PersistentVolume volume :
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      DriverFamily family = VolumeClass.of(volume.source()).family();
      if (family.ownsDatasets()) {
        owning.add(volume.cluster() + "/" + volume.source().driver());
      }
    }
  }

  /** Whether volumes of the driver were seen that own a dataset each. */
  public boolean onTrueNas(String cluster, String driver) {
    return owning.contains(cluster + "/" + driver);
  }
}
