package dev.poolkeeper.tests.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Volumes whose live data goes by formula, night after night. The first night is day {@link
 * #FIRST}; the days before it are put into the ledger once it has run, as if nights had measured
 * them.
 */
final class OddNights {

  static final double GIB = 1L << 30;

  /** The day of the first night; earlier ones are history. */
  static final int FIRST = 150;

  private static final LocalDate START = LocalDate.of(2026, 5, 1).minusDays(FIRST);

  private final Path folder;
  private final Poolkeeper poolkeeper;
  private final Map<String, IntToDoubleFunction> volumes = new TreeMap<>();
  private final Map<String, IntToDoubleFunction> snapshots = new TreeMap<>();

  OddNights(Path folder, String name) {
    try {
      this.folder = Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.poolkeeper = SharedServer.poolkeeper(this.folder);
  }

  /** A volume that holds so many GiB on a day. */
  OddNights volume(String name, IntToDoubleFunction gib) {
    volumes.put(name, gib);
    return this;
  }

  /** So many snapshots of a volume on a day, 50 at least. */
  OddNights snapshots(String name, IntToDoubleFunction count) {
    snapshots.put(name, count);
    return this;
  }

  /** Volumes steady-1 and so on, that grow by a hundredth of a GiB a day and waver. */
  OddNights steady(int count) {
    for (int i = 1; i <= count; i++) {
      int phase = i;
      volume("steady-" + i, day -> 4 + 0.01 * day + wave(day, phase));
    }
    return this;
  }

  /** Between 0 and 0.05, by no rule that a week or month would show. */
  static double wave(int day, int phase) {
    return 0.05 * ((day * 37L + phase * 101L) % 97) / 97;
  }

  static LocalDate date(int day) {
    return START.plusDays(day);
  }

  Poolkeeper poolkeeper() {
    return poolkeeper;
  }

  Ledger ledger() {
    return Ledger.of(poolkeeper);
  }

  /** The first night, and what nights before it would have measured. */
  OddNights begin() {
    night(FIRST);
    try (Ledger ledger = ledger()) {
      JdbcClient sql = ledger.sql();
      for (int day = 0; day < FIRST; day += 20) {
        ensureMonth(sql, date(day));
      }
      ensureMonth(sql, date(FIRST - 1));
      volumes.forEach(
          (name, gib) -> {
            for (int day = 0; day < FIRST; day++) {
              measured(sql, name, day, gib.applyAsDouble(day));
            }
          });
      snapshots.forEach(
          (name, count) -> {
            for (int day = 0; day < FIRST; day++) {
              counted(sql, name, day, count.applyAsDouble(day));
            }
          });
    }
    return this;
  }

  private static void ensureMonth(JdbcClient sql, LocalDate day) {
    sql.sql("select ledger.ensure_usage_month(:day)").param("day", day).query((r, n) -> 0).list();
  }

  private static void measured(JdbcClient sql, String name, int day, double gib) {
    sql.sql(
            """
            insert into ledger.usage (day, object_id, used_bytes, referenced_bytes, origin)
            select :day, object_id, :bytes, :bytes, 'measured'
            from ledger.object where kind = 'datasets' and subject = :subject
            """)
        .param("day", date(day))
        .param("bytes", (long) (gib * GIB))
        .param("subject", SmallEstate.DATASETS + name)
        .update();
  }

  private static void counted(JdbcClient sql, String name, int day, double count) {
    sql.sql(
            """
            insert into ledger.tally (day, subject, measure, source, value, parts)
            values (:day, :subject, 'snapshots', 'nas1', :count, :count)
            """)
        .param("day", date(day))
        .param("count", (long) count)
        .param("subject", SmallEstate.DATASETS + name)
        .update();
  }

  /** A night on which everything is read. */
  Poolkeeper.Said night(int day) {
    Poolkeeper.Said said = night(day, estate -> estate);
    assertThat(said.exitCode()).as(said.errors()).isZero();
    return said;
  }

  /** A night whose files are changed before they are read. */
  Poolkeeper.Said night(int day, UnaryOperator<Path> change) {
    SmallEstate estate = new SmallEstateOf(volumes.keySet()).estate();
    volumes.forEach((name, gib) -> estate.used(name, (long) (gib.applyAsDouble(day) * GIB)));
    snapshots.forEach(
        (name, count) -> {
          for (int i = 0; i < (int) count.applyAsDouble(day); i++) {
            estate.snapshot(name, "snapshot-%s-%04d".formatted(name, i));
          }
        });
    String date = date(day).toString();
    return poolkeeper.night(change.apply(estate.write(folder.resolve("e-" + date), date)));
  }

  private record SmallEstateOf(Iterable<String> names) {
    SmallEstate estate() {
      SmallEstate estate = SmallEstate.ofHealthyVolumes(0);
      names.forEach(estate::volume);
      return estate;
    }
  }

  /** {@code PK501 jump new info}: what is said of oddities on a night, without what is resolved. */
  List<String> said(int day) {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding :
        poolkeeper.findings(
            date(day).toString(), f -> f.path("code").asString().startsWith("PK5"))) {
      String status = finding.path("status").asString();
      if (!status.equals("resolved")) {
        lines.add(
            "%s %s %s %s"
                .formatted(
                    finding.path("code").asString(),
                    finding.path("subject").asString().replace(SmallEstate.DATASETS, ""),
                    status,
                    finding.path("severity").asString()));
      }
    }
    return lines;
  }

  /** The evidence of one of them. */
  String evidence(int day, String code, String name) {
    return poolkeeper
        .findings(
            date(day).toString(),
            f ->
                f.path("code").asString().equals(code)
                    && f.path("subject").asString().endsWith(name))
        .get(0)
        .path("evidence")
        .toString();
  }
}
