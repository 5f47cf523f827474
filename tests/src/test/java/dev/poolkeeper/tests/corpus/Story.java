package dev.poolkeeper.tests.corpus;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.orphan.Disappearance;
import dev.poolkeeper.processors.orphan.RowHistory;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Judges nights one after the other, each with what the ledger would know of those before. */
final class Story {

  private record Reported(FindingCode code, Instant lastSeenAt, Optional<Instant> missedAt) {}

  private final Map<String, RowHistory> rows = new HashMap<>();
  private final Map<Subject, Reported> reported = new HashMap<>();

  /**
   * @param trends what the course of the nights says
   */
  JudgedNight next(Inventory inventory, Trends trends) {
    return next(inventory, trends, RetentionPolicies.NONE);
  }

  /** The same, with policies of the configuration. */
  JudgedNight next(Inventory inventory, Trends trends, RetentionPolicies policies) {
    List<Disappearance> gone = new ArrayList<>();
    reported.forEach(
        (subject, was) ->
            was.missedAt()
                .ifPresent(
                    at ->
                        gone.add(
                            new Disappearance(
                                was.code(), subject, was.lastSeenAt(), at, OptionalLong.empty()))));
    JudgedNight night = JudgedNight.of(inventory, rows, gone, trends, policies);
    remember(night);
    return night;
  }

  private void remember(JudgedNight night) {
    Inventory inventory = night.inventory();
    Instant asOf = inventory.estate().capturedAt();
    inventory.captures().forEach(this::remember);
    reported.replaceAll(
        (subject, was) ->
            there(inventory, subject)
                ? was
                : new Reported(
                    was.code(), was.lastSeenAt(), was.missedAt().or(() -> Optional.of(asOf))));
    night
        .judgements()
        .candidates()
        .forEach(
            candidate ->
                reported.putIfAbsent(
                    candidate.subject(), new Reported(candidate.code(), asOf, Optional.empty())));
  }

  private void remember(Capture capture) {
    if (capture.status() == CaptureStatus.COMPLETE) {
      RowHistory before = rows.getOrDefault(capture.part(), RowHistory.NONE);
      OptionalLong count = OptionalLong.of(capture.rows());
      OptionalLong most =
          OptionalLong.of(Math.max(capture.rows(), before.recentMaximum().orElse(0)));
      rows.put(
          capture.part(), new RowHistory(most, capture.rows() > 0 ? count : before.lastNonEmpty()));
    }
  }

  private static boolean there(Inventory inventory, Subject subject) {
    return ObjectKind.named(subject.path().split("/", 2)[0]).stream()
        .flatMap(kind -> inventory.all(kind, InventoryObject.class).stream())
        .anyMatch(object -> object.subject().equals(subject));
  }
}
