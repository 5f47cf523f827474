package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What shows that a CSI driver made a dataset for a volume: its own mark, a driver's share comment
 * or target alias, or a generated name where a registered cluster keeps its volumes. Datasets
 * people made show none of these and are never candidates (contract 6.4, trap 4).
 */
final class DriverTraces {

  static final Pattern GENERATED =
      Pattern.compile("pvc-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TRUENAS_CSI = Pattern.compile("CSI volume (?:clone )?(.+)");

  private final Night night;
  private final Map<String, String> aliases = new HashMap<>();

  DriverTraces(Night night) {
    this.night = night;
    for (String nas : night.completeness().estate().nas()) {
      night.join().nas(nas).targets().forEach(target -> note(nas, target));
    }
  }

  private void note(String nas, IscsiTarget target) {
    target
        .alias()
        .flatMap(DriverTraces::trueNasCsiHandle)
        .ifPresent(handle -> aliases.merge(nas + ":" + handle, target.name(), DriverTraces::first));
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The handle that csi.truenas.io writes into comments and aliases. */
  static Optional<String> trueNasCsiHandle(String text) {
    return Optional.of(TRUENAS_CSI.matcher(text))
        .filter(java.util.regex.Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  /** The traces found, strongest first; empty when no driver made this dataset for a volume. */
  List<String> of(Dataset dataset) {
    List<String> traces = new ArrayList<>();
    if (CsiMarks.detachedSnapshot(dataset)
        || dataset.property(CsiMarks.SNAPSHOT_NAME).isPresent()) {
      return traces;
    }
    NasIndex nas = night.join().nas(dataset.nas());
    CsiMarks.volumeName(dataset, nas.parent(dataset))
        .ifPresent(name -> traces.add("marked by democratic-csi as volume " + name));
    List<NfsShare> shares = nas.nfsShares(dataset);
    shares.stream()
        .map(NfsShare::comment)
        .filter(text -> trueNasCsiHandle(text).filter(dataset.id()::equals).isPresent())
        .distinct()
        .forEach(text -> traces.add("NFS share comment: " + text));
    Optional.ofNullable(aliases.get(dataset.nas() + ":" + dataset.id()))
        .ifPresent(target -> traces.add("target %s bears its name as alias".formatted(target)));
    // its share or target, which showed it, is what quarantine took away
    CsiMarks.quarantined(dataset)
        .ifPresent(
            mark -> traces.add("in quarantine: %s=%s".formatted(CsiMarks.QUARANTINED, mark)));
    if (GENERATED.matcher(dataset.leaf()).matches()
        && !night.join().parents().clustersBeside(dataset).isEmpty()) {
      traces.add(
          "named as the provisioner names volumes, under "
              + dataset.parent().orElse(dataset.pool()));
    }
    if (!traces.isEmpty()) {
      details(dataset, !shares.isEmpty(), traces);
    }
    return traces;
  }

  private static void details(Dataset dataset, boolean exported, List<String> traces) {
    dataset.createdAt().ifPresent(created -> traces.add("created " + day(created)));
    boolean marked = dataset.property(CsiMarks.VOLUME_NAME).isPresent();
    if (marked && dataset.property(CsiMarks.PROVISION_SUCCESS).isEmpty()) {
      traces.add("provisioning never finished: provision_success is not set");
    }
    if (exported) {
      traces.add("still exported over NFS");
    }
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
