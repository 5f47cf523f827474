package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.NasVersion;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who takes a failed destroy for a good one: TrueNAS from 26 on, and csi.truenas.io's snapshots.
 */
final class SilentReleases {

  private static final int FIRST = 26;
  private static final String TRUENAS_CSI = "csi.truenas.io";

  private final Map<String, String> silent = new HashMap<>();

  SilentReleases(Night night) {
    for (NasSystem system : night.all(ObjectKind.NAS_SYSTEM, NasSystem.class)) {
      NasVersion.of(system.version())
          .filter(release -> !release.olderThan(FIRST, 0))
          .ifPresent(release -> silent.put(system.nas(), system.version()));
    }
  }

  /** That an object with policy Delete went and what it stood on did not, on such a release. */
  Optional<ProbableCause> destroy(String nas, Past object) {
    return Optional.ofNullable(silent.get(nas))
        .filter(version -> object.missedOn().isPresent())
        .map(
            version ->
                new ProbableCause(
                    Cause.DESTROY_FAILED_SILENTLY,
                    "%s was to delete it and was gone on %s; %s runs %s, which answers success to a"
                            .formatted(
                                object.subject(), object.missedOn().orElseThrow(), nas, version)
                        + " destroy that failed"));
  }

  /** The same of a snapshot, whose driver may ignore every error. */
  Optional<ProbableCause> destroySnapshot(String nas, Past content) {
    boolean ignores = content.state().driver().filter(TRUENAS_CSI::equals).isPresent();
    return ignores && content.missedOn().isPresent()
        ? Optional.of(
            new ProbableCause(
                Cause.DESTROY_FAILED_SILENTLY,
                "%s was to delete it and was gone on %s; %s ignores every error of a snapshot's"
                        .formatted(content.subject(), content.missedOn().orElseThrow(), TRUENAS_CSI)
                    + " deletion"))
        : destroy(nas, content);
  }
}
