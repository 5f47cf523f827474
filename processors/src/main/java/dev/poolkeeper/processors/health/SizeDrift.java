package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 606: a provisioned volume whose quota or zvol has another size than its capacity. Needs its
 * cluster and every NAS. Zvols are rounded up to their block size, capacities to a whole unit; an
 * expansion that was asked for is not judged.
 */
final class SizeDrift implements Rule {

  /** Sixteen times the largest block a zvol can have, and well below any unit people ask for. */
  private static final long ROUNDING = 16L << 20;

  private final Night night;
  private final Provisioned provisioned;
  private final Map<Subject, PersistentVolumeClaim> claims = new HashMap<>();

  SizeDrift(Night night, Provisioned provisioned) {
    this.night = night;
    this.provisioned = provisioned;
    for (PersistentVolumeClaim claim :
        night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)) {
      claim
          .volumeName()
          .map(name -> Subject.of(claim.cluster(), ObjectKind.PERSISTENT_VOLUME, name))
          .ifPresent(volume -> claims.put(volume, claim));
    }
  }

  @Override
  public FindingCode code() {
    return FindingCode.SIZE_DRIFT;
  }

  @Override
  public Stream<Verdict> judge() {
    return provisioned.byClass().values().stream()
        .flatMap(List::stream)
        .filter(volume -> volume.deletedAt().isEmpty() && !expanding(volume))
        .flatMap(volume -> provisioned.dataset(volume).flatMap(d -> judge(volume, d)).stream());
  }

  private boolean expanding(PersistentVolume volume) {
    PersistentVolumeClaim claim = claims.get(volume.subject());
    return claim != null
        && claim.requestedBytes().orElse(0) > volume.capacityBytes().orElse(Long.MAX_VALUE);
  }

  private Optional<Verdict> judge(PersistentVolume volume, Dataset dataset) {
    OptionalLong believed = volume.capacityBytes();
    OptionalLong limit = dataset.usage().capacityBytes();
    boolean known = believed.isPresent() && limit.isPresent();
    if (!known || Math.abs(limit.getAsLong() - believed.getAsLong()) <= ROUNDING) {
      return Optional.empty();
    }
    String what = dataset.type() == DatasetType.VOLUME ? "volsize" : "quota";
    return Optional.of(
        night.verdict(
            code(),
            volume.subject(),
            List.of(
                "capacity %d bytes, %s of %s %d bytes"
                    .formatted(believed.getAsLong(), what, dataset.subject(), limit.getAsLong())),
            volume.keep()));
  }
}
