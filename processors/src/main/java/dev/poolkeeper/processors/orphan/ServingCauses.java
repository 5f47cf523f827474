package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Why a share, target or extent outlived its dataset (106, 107): its driver removes it first, so
 * either that failed unseen, or somebody else destroyed the dataset. Needs the ledger: which of
 * volume and dataset went first.
 */
final class ServingCauses {

  private final Memory memory;

  ServingCauses(Memory memory) {
    this.memory = memory;
  }

  /** The generated volume name that the finding names; empty when it names none. */
  static Optional<String> volumeName(Candidate candidate) {
    return Stream.concat(Stream.of(candidate.subject().path()), candidate.evidence().stream())
        .map(DriverTraces.GENERATED::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  Optional<ProbableCause> of(Candidate candidate) {
    return volumeName(candidate).stream()
        .flatMap(name -> memory.named(ObjectKind.PERSISTENT_VOLUME, name))
        .flatMap(volume -> of(volume, candidate.subject().source()).stream())
        .findFirst();
  }

  private Optional<ProbableCause> of(Past volume, String nas) {
    return volume.stoodOn().stream()
        .filter(dataset -> dataset.source().equals(nas))
        .map(Subject::toString)
        .sorted()
        .map(Subject::parse)
        .flatMap(dataset -> memory.of(dataset).stream())
        .filter(dataset -> dataset.missedOn().isPresent())
        .findFirst()
        .flatMap(dataset -> of(volume, dataset));
  }

  private static Optional<ProbableCause> of(Past volume, Past dataset) {
    String gone =
        "%s was gone on %s".formatted(dataset.subject(), dataset.missedOn().orElseThrow());
    if (!volume.goneBy(dataset.missedOn().orElseThrow())) {
      return Optional.of(
          new ProbableCause(
              Cause.DELETED_OUTSIDE, gone + ", while %s stayed".formatted(volume.subject())));
    }
    if (volume.retained()) {
      return Optional.of(
          new ProbableCause(
              Cause.DELETED_OUTSIDE,
              gone + ", although %s had reclaim policy Retain".formatted(volume.subject())));
    }
    return volume.deletes() && volume.missedOn().equals(dataset.missedOn())
        ? Optional.of(
            new ProbableCause(
                Cause.DESTROY_FAILED_SILENTLY,
                gone
                    + " together with %s; its driver removes this first"
                        .formatted(volume.subject())))
        : Optional.empty();
  }
}
