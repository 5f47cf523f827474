package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.Protocol;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 802: bound volumes of different claims that lead to one block device.
 *
 * <p>A released volume beside a bound one, the same claim in two clusters, and static volumes among
 * themselves are in order. Needs every cluster and every NAS.
 */
final class TargetShared implements Rule {

  private final Night night;

  TargetShared(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.TARGET_SHARED;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, List<PersistentVolume>> users = new TreeMap<>();
    night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(volume -> volume.phase().equals("Bound") && block(volume))
        .forEach(volume -> device(volume).ifPresent(d -> append(users, d, volume)));
    return users.entrySet().stream()
        .filter(device -> shared(device.getValue()))
        .map(device -> say(device.getKey(), device.getValue()));
  }

  private static void append(
      Map<Subject, List<PersistentVolume>> users, Subject device, PersistentVolume volume) {
    users.computeIfAbsent(device, d -> new ArrayList<>(1)).add(volume);
  }

  private static boolean block(PersistentVolume volume) {
    Protocol protocol = VolumeClass.of(volume.source()).protocol();
    return protocol == Protocol.ISCSI || protocol == Protocol.NVMEOF;
  }

  /** The one zvol the volume leads to; none when it may be one of several. */
  private Optional<Subject> device(PersistentVolume volume) {
    List<Dataset> served = night.join().served(volume.source());
    return served.size() == 1 ? Optional.of(served.get(0).subject()) : Optional.empty();
  }

  private static boolean shared(List<PersistentVolume> users) {
    long claims = users.stream().map(TargetShared::claim).distinct().count();
    boolean made = users.stream().anyMatch(v -> VolumeClass.of(v.source()).family().ownsDatasets());
    return claims > 1 && made;
  }

  private static String claim(PersistentVolume volume) {
    return volume.claim().map(ClaimReference::toString).orElse("");
  }

  private Verdict say(Subject device, List<PersistentVolume> users) {
    List<String> evidence =
        users.stream()
            .sorted(Comparator.comparing(PersistentVolume::subject))
            .map(v -> "%s of claim %s leads to it".formatted(v.subject(), claim(v)))
            .toList();
    return night.verdict(
        code(),
        device,
        evidence,
        night.join().dataset(device).flatMap(CsiMarks::keep).or(() -> keep(users)));
  }

  /** One of them alone cannot speak for the data of the others. */
  private static Optional<String> keep(List<PersistentVolume> users) {
    return users.stream().allMatch(volume -> volume.keep().isPresent())
        ? users.stream()
            .min(Comparator.comparing(PersistentVolume::subject))
            .flatMap(PersistentVolume::keep)
        : Optional.empty();
  }
}
