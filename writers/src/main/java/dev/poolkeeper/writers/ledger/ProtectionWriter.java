package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.protection.ClaimProtection;
import dev.poolkeeper.processors.protection.Copy;
import dev.poolkeeper.processors.protection.Limit;
import dev.poolkeeper.processors.protection.Protection;
import dev.poolkeeper.processors.protection.SnapshotHolding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps how claims were protected on a night, by COPY. Call inside a transaction. */
public final class ProtectionWriter {

  /** For how many days before a night rows of claims are kept that were protected. */
  static final int DETAILED_DAYS = 8;

  private static final String CLAIMS =
      """
      copy ledger.protection (
          run_on, claim, storage_class, dataset, verdict, on_snapshots, on_elsewhere, reason,
          rpo_seconds, replica_rpo_seconds, asked, asked_by, snapshot_at, task_snapshot_at,
          volume_snapshot_at, elsewhere_at, elsewhere_how, elsewhere_by, elsewhere_where, tasks,
          routes
      ) from stdin
      """;
  private static final String NAMESPACES =
      """
      copy ledger.protection_night (
          run_on, namespace, protected, late, never, unknown, not_asked
      ) from stdin
      """;
  private static final String HOLDINGS =
      """
      copy ledger.snapshot_holding (run_on, subject, kind, datasets, snapshots, held_bytes)
      from stdin
      """;

  private static final List<Protection> COUNTED =
      List.of(
          Protection.PROTECTED,
          Protection.LATE,
          Protection.NEVER,
          Protection.UNKNOWN,
          Protection.NOT_ASKED);

  private final JdbcTemplate jdbc;
  private final CopyRows rows;

  public ProtectionWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.rows = new CopyRows(jdbc);
  }

  /** In place of what was said on that night before. */
  public void replace(
      LocalDate night, List<ClaimProtection> claims, List<SnapshotHolding> holdings) {
    for (String table : List.of("protection", "protection_night", "snapshot_holding")) {
      jdbc.update("delete from ledger." + table + " where run_on = ?", night);
    }
    jdbc.update(
        """
        delete from ledger.protection
        where run_on < ? and verdict in ('protected', 'not-asked')
        """,
        night.minusDays(DETAILED_DAYS));
    String day = night.toString();
    rows.send(CLAIMS, claims, (row, claim) -> line(row, day, claim));
    rows.send(
        NAMESPACES,
        List.copyOf(counts(claims).entrySet()),
        (row, entry) -> line(row, day, entry.getKey(), entry.getValue()));
    rows.send(HOLDINGS, holdings, (row, holding) -> line(row, day, holding));
  }

  private static byte[] line(CopyText row, String day, ClaimProtection claim) {
    Optional<Copy> elsewhere = claim.elsewhere();
    return row.column(day)
        .column(claim.claim().toString())
        .column(claim.storageClass().orElse(null))
        .column(claim.dataset().map(Subject::toString).orElse(null))
        .column(claim.verdict().word())
        .column(claim.onSnapshots().word())
        .column(claim.onElsewhere().word())
        .column(claim.reason())
        .column(seconds(claim.objective().snapshots()))
        .column(seconds(claim.objective().elsewhere()))
        .column(Boolean.toString(claim.objective().said()))
        .column(claim.objective().by())
        .column(text(claim.snapshots().any()))
        .column(text(claim.snapshots().byTask()))
        .column(text(claim.snapshots().byVolumeSnapshot()))
        .column(text(elsewhere.map(Copy::at)))
        .column(elsewhere.map(copy -> copy.how().word()).orElse(null))
        .column(elsewhere.map(copy -> copy.by().toString()).orElse(null))
        .column(elsewhere.map(Copy::where).orElse(null))
        .column(array(claim.tasks()))
        .column(array(claim.routes()))
        .end();
  }

  private static Map<String, Map<Protection, Long>> counts(List<ClaimProtection> claims) {
    return claims.stream()
        .collect(
            Collectors.groupingBy(
                claim -> claim.claim().source() + "/namespaces/" + claim.namespace(),
                TreeMap::new,
                Collectors.groupingBy(ClaimProtection::verdict, Collectors.counting())));
  }

  private static byte[] line(
      CopyText row, String day, String namespace, Map<Protection, Long> counts) {
    row.column(day).column(namespace);
    COUNTED.forEach(verdict -> row.column(Long.toString(counts.getOrDefault(verdict, 0L))));
    return row.end();
  }

  private static byte[] line(CopyText row, String day, SnapshotHolding holding) {
    return row.column(day)
        .column(holding.subject().toString())
        .column(holding.kind().word())
        .column(Integer.toString(holding.datasets()))
        .column(Long.toString(holding.snapshots()))
        .column(
            holding.heldBytes().isPresent() ? Long.toString(holding.heldBytes().getAsLong()) : null)
        .end();
  }

  private static @Nullable String seconds(Limit limit) {
    return limit.most().map(most -> Long.toString(most.toSeconds())).orElse(null);
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }

  /** Subjects of tasks hold a name of a NAS and a number. */
  private static String array(List<Subject> subjects) {
    return CopyText.array(subjects.stream().map(Subject::toString).toList());
  }
}
