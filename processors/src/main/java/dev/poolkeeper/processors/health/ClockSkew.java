package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 904: a NAS whose clock differs from the time of the capture. Needs what the NAS says of itself.
 * It answers after the capture has begun, so being behind is never explained by that, and being
 * ahead is only believed when no collecting takes so long.
 */
final class ClockSkew implements Rule {

  private static final Duration BEHIND = Duration.ofMinutes(2);
  private static final Duration AHEAD = Duration.ofHours(1);

  private final Night night;

  ClockSkew(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.CLOCK_SKEW;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.NAS_SYSTEM, NasSystem.class).stream()
        .flatMap(system -> judge(system).stream());
  }

  private Optional<Verdict> judge(NasSystem system) {
    return system
        .clock()
        .map(clock -> Duration.between(night.asOf(), clock))
        .filter(skew -> skew.plus(BEHIND).isNegative() || skew.compareTo(AHEAD) > 0)
        .map(
            skew ->
                night.verdict(
                    code(),
                    system.subject(),
                    List.of(
                        "its clock was %d min %s the capture at %s"
                            .formatted(
                                skew.abs().toMinutes(),
                                skew.isNegative() ? "behind" : "ahead of",
                                night.asOf())),
                    Optional.empty()));
  }
}
