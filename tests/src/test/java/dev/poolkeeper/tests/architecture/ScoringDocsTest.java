package dev.poolkeeper.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.score.Grade;
import dev.poolkeeper.processors.score.SourceScore;
import dev.poolkeeper.processors.score.SourceScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the example of docs/scoring.md to the code. */
class ScoringDocsTest {

  private static final Instant NIGHT = Instant.parse("2026-02-11T02:00:00Z");

  private static Capture rows(String source, ObjectKind kind, long rows) {
    return new Capture(source, kind, CaptureStatus.COMPLETE, rows, 1, List.of());
  }

  private static List<Finding> findings(FindingCode code, String subject, int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(
          new Finding(
              code,
              Subject.parse(subject + i),
              FindingStatus.PERSISTING,
              code.severity(),
              true,
              NIGHT,
              NIGHT,
              3,
              OptionalLong.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }
    return findings;
  }

  private static List<SourceScore> scores() {
    Inventory inventory =
        new Inventory(
            new Estate(NIGHT, List.of("prod-a"), List.of("nas1"), Map.of()),
            List.of(
                rows("prod-a", ObjectKind.PERSISTENT_VOLUME, 100),
                rows("prod-a", ObjectKind.PERSISTENT_VOLUME_CLAIM, 90),
                rows("prod-a", ObjectKind.VOLUME_SNAPSHOT_CONTENT, 10),
                rows("nas1", ObjectKind.DATASET, 400)),
            Stream.empty());
    return new SourceScorer(Map.of())
        .score(
            inventory,
            Stream.of(
                    findings(FindingCode.VOLUME_WITHOUT_BACKEND, "prod-a/persistentvolumes/a-", 1),
                    findings(FindingCode.VOLUME_STUCK_RELEASED, "prod-a/persistentvolumes/b-", 6),
                    findings(FindingCode.POOL_UNHEALTHY, "nas1/pools/tank", 1),
                    findings(FindingCode.SCRUB_OVERDUE, "nas1/pools/tank", 1),
                    findings(FindingCode.BACKEND_WITHOUT_VOLUME, "nas1/datasets/tank/", 10))
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void exampleIsWhatTheCodeComputes() throws IOException {
    String page = Files.readString(Path.of("../docs/scoring.md"));
    for (SourceScore score : scores()) {
      int points = score.points().orElseThrow();
      assertThat(page).contains("| " + score.source() + " | " + score.objects() + " |");
      assertThat(page).contains("| " + points + ", " + Grade.of(points));
      score
          .costs()
          .forEach(
              cost ->
                  assertThat(page)
                      .contains(
                          String.format(
                              Locale.ROOT,
                              "| %d × %s %s | %.1f |",
                              cost.findings(),
                              cost.code().code(),
                              cost.severity().word(),
                              cost.points())));
    }
  }
}
