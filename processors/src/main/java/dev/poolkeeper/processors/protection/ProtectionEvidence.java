package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was seen of one claim's copies, in words, strongest first. */
final class ProtectionEvidence {

  private ProtectionEvidence() {}

  static List<String> of(ClaimProtection claim, Instant asOf) {
    List<String> evidence = new ArrayList<>();
    evidence.add(claim.reason());
    evidence.add(
        "asked for: a snapshot every %s, a copy elsewhere every %s, by %s"
            .formatted(
                claim.objective().snapshots(),
                claim.objective().elsewhere(),
                claim.objective().by()));
    claim.dataset().ifPresent(dataset -> evidence.add("it stands on " + dataset));
    evidence.add(
        "newest snapshot: any %s; of a periodic task %s; of a VolumeSnapshot %s"
            .formatted(
                age(claim.snapshots().any(), asOf),
                age(claim.snapshots().byTask(), asOf),
                age(claim.snapshots().byVolumeSnapshot(), asOf)));
    claim.elsewhere().ifPresent(copy -> evidence.add(text(copy, asOf)));
    evidence.add(
        claim.tasks().isEmpty()
            ? "no enabled periodic task covers it"
            : "covered by " + names(claim.tasks()));
    if (!claim.routes().isEmpty()) {
      evidence.add("sent by " + names(claim.routes()));
    }
    return evidence;
  }

  private static String text(Copy copy, Instant asOf) {
    return "copy elsewhere: %s, %s (%s, %s)"
        .formatted(age(Optional.of(copy.at()), asOf), copy.how().word(), copy.by(), copy.where());
  }

  private static String names(List<Subject> subjects) {
    return subjects.stream().map(Subject::toString).collect(Collectors.joining(", "));
  }

  private static String age(Optional<Instant> at, Instant asOf) {
    return at.map(when -> "%s old (%s)".formatted(Ages.text(Duration.between(when, asOf)), when))
        .orElse("none");
  }
}
