package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.NasIndex;
import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 101: the volume leads to a place where nothing is. Needs its cluster, and every system with the
 * lists of its protocol, for an address may have moved from one to another; releases before NVMe-oF
 * need not list it. A pool that is not imported hides its datasets.
 */
final class VolumeWithoutBackend implements Rule {

  private final Night night;

  VolumeWithoutBackend(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.VOLUME_WITHOUT_BACKEND;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(volume -> volume.deletedAt().isEmpty())
        .flatMap(volume -> judge(volume).stream());
  }

  private Optional<Verdict> judge(PersistentVolume volume) {
    Match match = night.join().match(volume.subject()).orElseThrow();
    if (match instanceof Match.Absent absent) {
      return Optional.of(absent(volume, absent));
    }
    if (match instanceof Match.Unresolved unresolved) {
      Gap gap =
          night.gap(code(), volume.subject()).orElseGet(() -> Gap.unresolved(unresolved.reason()));
      return Optional.of(new Undecided(code(), volume.subject(), gap));
    }
    return Optional.empty();
  }

  private Verdict absent(PersistentVolume volume, Match.Absent absent) {
    Completeness known = night.completeness();
    Optional<Gap> gap =
        known
            .gap(volume.cluster(), Completeness.CLUSTER)
            .or(() -> known.gapInAnyNas(absent.nas(), absent.protocol().parts()))
            .or(() -> known.gapInAnyNas(known.estate().nas(), Completeness.NAS))
            .or(() -> unreadElsewhere(absent))
            .or(() -> hiddenPool(absent));
    if (gap.isPresent()) {
      return new Undecided(code(), volume.subject(), gap.get());
    }
    List<String> evidence = new ArrayList<>(absent.evidence());
    evidence.add(
        volume
            .claim()
            .map(claim -> "phase %s, claim %s".formatted(volume.phase(), claim))
            .orElse("phase " + volume.phase()));
    return new Candidate(code(), volume.subject(), OptionalLong.of(0), evidence, volume.keep());
  }

  /** Its address may have moved: what other systems serve was looked for too. */
  private Optional<Gap> unreadElsewhere(Match.Absent absent) {
    Completeness known = night.completeness();
    boolean everywhere = absent.protocol() != Protocol.NVMEOF;
    List<ObjectKind> parts = absent.protocol().parts();
    return everywhere
        ? known.gapInAnyNas(known.estate().nas(), parts)
        : known.estate().nas().stream()
            .flatMap(nas -> known.failure(nas, parts).stream())
            .findFirst();
  }

  private Optional<Gap> hiddenPool(Match.Absent absent) {
    return absent.nas().stream()
        .map(night.join()::nas)
        .map(NasIndex::pools)
        .flatMap(pools -> pools.stream().filter(pool -> !pool.readable()))
        .filter(pool -> absent.pool().isEmpty() || absent.pool().equals(pool.name()))
        .map(VolumeWithoutBackend::notImported)
        .findFirst();
  }

  private static Gap notImported(Pool pool) {
    return new Gap(
        Gap.Kind.INCOMPLETE,
        pool.nas() + "/datasets",
        "pool %s on %s is %s, its datasets cannot be listed"
            .formatted(pool.name(), pool.nas(), pool.status()));
  }
}
