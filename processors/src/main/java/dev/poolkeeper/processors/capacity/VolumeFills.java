package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 402: a volume that will be full: its file system as its claim sees it, or its dataset against its
 * quota. Of a volume that is forecast both ways the worse counts, so that nothing is said twice. A
 * zvol without a known file system has no level: what is written to it may reach its size without
 * anything being full. Needs the volumes of its cluster and the datasets of every NAS.
 */
final class VolumeFills implements Rule {

  /** Worst first; the same whatever the order of the forecasts. */
  private static final Comparator<SeriesOutlook> WORST =
      Comparator.comparing(
              (SeriesOutlook outlook) ->
                  FillRating.of(outlook).map(Severity::ordinal).orElse(Integer.MAX_VALUE))
          .thenComparing(outlook -> -FillRatio.of(outlook).orElse(-1))
          .thenComparing(SeriesOutlook::key);

  private final Night night;
  private final CapacityTrends trends;
  private final Map<Subject, PersistentVolume> known = new HashMap<>();

  VolumeFills(Night night, CapacityTrends trends) {
    this.night = night;
    this.trends = trends;
    night
        .all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)
        .forEach(volume -> known.put(volume.subject(), volume));
  }

  @Override
  public FindingCode code() {
    return FindingCode.VOLUME_FILLS;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, List<SeriesOutlook>> bySubject = new TreeMap<>();
    for (SeriesOutlook outlook : trends.outlooks()) {
      boolean ofVolume = outlook.kind() == SeriesKind.VOLUME || outlook.kind() == SeriesKind.CLAIM;
      if (ofVolume && outlook.limit().isPresent()) {
        bySubject.computeIfAbsent(subject(outlook), s -> new ArrayList<>()).add(outlook);
      }
    }
    return bySubject.entrySet().stream()
        .flatMap(entry -> judge(entry.getKey(), entry.getValue()).stream());
  }

  /** The volume, or the claim whose volume is not known. */
  private static Subject subject(SeriesOutlook outlook) {
    return outlook
        .place()
        .volume()
        .or(() -> outlook.place().claim())
        .orElse(outlook.key().subject());
  }

  private Optional<Verdict> judge(Subject subject, List<SeriesOutlook> outlooks) {
    SeriesOutlook worst =
        outlooks.stream()
            .filter(outlook -> outlook.outcome() != SeriesOutlook.Outcome.NOT_MEASURED)
            .min(WORST)
            .orElse(outlooks.get(0));
    List<String> evidence = new ArrayList<>();
    worst
        .place()
        .claim()
        .filter(claim -> !claim.equals(subject))
        .ifPresent(claim -> evidence.add("its claim is " + claim));
    worst.place().dataset().ifPresent(dataset -> evidence.add("it is on " + dataset));
    return Fills.judge(night, code(), subject, worst, evidence, exemption(subject));
  }

  /** Only the label with which others silence such alarms: to be kept is not to be left to fill. */
  private Optional<String> exemption(Subject subject) {
    return Optional.ofNullable(known.get(subject))
        .flatMap(PersistentVolume::keep)
        .filter(reason -> reason.matches("\\w+ excluded[-_]from[-_]alerts=.*"));
  }
}
