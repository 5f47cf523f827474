package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger says of each night, whatever the order of runs and reruns, against a model that
 * keeps every night as a whole. Histories are random but the same each time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerHistoryIT {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 26);
  private static final int DAYS = 12;
  private static final int STEPS = 30;
  private static final int OBJECTS = 5;
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private LedgerStore store;
  private JdbcClient jdbc;

  @BeforeAll
  void open(@TempDir Path folder) {
    store = LedgerStore.embedded(new Poolkeeper(folder).home(), line -> {});
    jdbc = JdbcClient.create(store.dataSource());
  }

  @AfterAll
  void close() {
    store.close();
  }

  /** One dataset as staged: its attributes and the bytes it uses. */
  private record Row(String attributes, long usedBytes) {}

  /** Nights as the ledger should know them. */
  private static final class Model {

    private final TreeMap<LocalDate, Map<String, String>> states = new TreeMap<>();
    private final TreeMap<LocalDate, Map<String, Long>> usage = new TreeMap<>();

    void run(LocalDate night, Map<String, Row> staged, boolean complete) {
      Map<String, String> state = new HashMap<>();
      if (!complete && states.lowerEntry(night) != null) {
        state.putAll(states.lowerEntry(night).getValue());
      }
      Map<String, Long> bytes = new HashMap<>();
      staged.forEach(
          (subject, row) -> {
            state.put(subject, row.attributes());
            bytes.put(subject, row.usedBytes());
          });
      states.put(night, state);
      usage.put(night, bytes);
    }

    /** Between two nights the earlier one still holds. */
    Map<String, String> state(LocalDate day) {
      var entry = states.floorEntry(day);
      return entry == null ? Map.of() : entry.getValue();
    }

    Map<String, Long> usage(LocalDate day) {
      return usage.getOrDefault(day, Map.of());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void everyNightSaysWhatItsLastRunSaid(int seed) {
    Random random = new Random(seed);
    Model model = new Model();
    String nas = "nas-" + seed;
    List<String> story = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      LocalDate night = FIRST.plusDays(random.nextInt(DAYS));
      Map<String, Row> staged = draw(nas, random);
      CaptureStatus status = drawStatus(random, staged);
      boolean held = status == CaptureStatus.COMPLETE && random.nextInt(6) == 0;
      story.add(night + " " + status + (held ? " held " : " ") + staged);
      run(nas, night, staged, status, held);
      model.run(night, staged, status == CaptureStatus.COMPLETE && !held);
      for (int day = -1; day <= DAYS; day++) {
        LocalDate date = FIRST.plusDays(day);
        assertThat(states(nas, date)).as("%s after %s", date, story).isEqualTo(model.state(date));
        assertThat(usage(nas, date)).as("%s after %s", date, story).isEqualTo(model.usage(date));
      }
      assertThat(touchingEqualRanges()).as("after %s", story).isZero();
    }
  }

  private static Map<String, Row> draw(String nas, Random random) {
    Map<String, Row> staged = new TreeMap<>();
    for (int i = 0; i < OBJECTS; i++) {
      if (random.nextInt(3) > 0) {
        String attributes =
            "{\"type\": \"" + (random.nextBoolean() ? "FILESYSTEM" : "VOLUME") + "\"}";
        staged.put(nas + "/datasets/tank/" + i, new Row(attributes, random.nextInt(1000)));
      }
    }
    return staged;
  }

  private static CaptureStatus drawStatus(Random random, Map<String, Row> staged) {
    return switch (random.nextInt(5)) {
      case 0 -> {
        staged.clear();
        yield CaptureStatus.NOT_READ;
      }
      case 1 -> CaptureStatus.PARTIAL;
      default -> CaptureStatus.COMPLETE;
    };
  }

  private void run(
      String nas, LocalDate night, Map<String, Row> staged, CaptureStatus status, boolean held) {
    RunWriter runs = new RunWriter(jdbc, new JsonMapper());
    Estate estate = new Estate(NOW, List.of(), List.of(nas), Map.of());
    long run = runs.begin("history of " + nas, night, "model", "test", Map.of(), NOW);
    new LedgerWriter(jdbc).sources(run, estate);
    staged.forEach((subject, row) -> stage(run, nas, subject, row));
    Capture capture = new Capture(nas, ObjectKind.DATASET, status, staged.size(), 0, List.of());
    absorb(run, night, estate, capture, held ? Set.of(capture.part()) : Set.of());
    new LedgerWriter(jdbc).clearStaging(run);
  }

  private void stage(long run, String nas, String subject, Row row) {
    jdbc.sql(
            """
            insert into staging.object (run_id, source, kind, subject, attributes, usage)
            values (:run, :nas, 'datasets', :subject, :attributes::jsonb,
                jsonb_build_object('usedBytes', :used))
            """)
        .param("run", run)
        .param("nas", nas)
        .param("subject", subject)
        .param("attributes", row.attributes())
        .param("used", row.usedBytes())
        .update();
  }

  private Map<String, String> states(String nas, LocalDate day) {
    Map<String, String> states = new HashMap<>();
    jdbc.sql(
            """
            select object.subject, version.attributes::text as attributes
            from ledger.version join ledger.object using (object_id)
            where object.source = :nas and version.valid_from <= :day
                and (version.valid_to is null or version.valid_to > :day)
            """)
        .param("nas", nas)
        .param("day", day)
        .query((row, n) -> Map.entry(row.getString("subject"), row.getString("attributes")))
        .list()
        .forEach(
            entry ->
                assertThat(states.put(entry.getKey(), entry.getValue()))
                    .as("one state of %s on %s", entry.getKey(), day)
                    .isNull());
    return states;
  }

  private Map<String, Long> usage(String nas, LocalDate day) {
    Map<String, Long> usage = new HashMap<>();
    jdbc.sql(
            """
            select object.subject, usage.used_bytes
            from ledger.usage join ledger.object using (object_id)
            where object.source = :nas and usage.day = :day
            """)
        .param("nas", nas)
        .param("day", day)
        .query((row, n) -> Map.entry(row.getString("subject"), row.getLong("used_bytes")))
        .list()
        .forEach(entry -> usage.put(entry.getKey(), entry.getValue()));
    return usage;
  }

  private long touchingEqualRanges() {
    return jdbc.sql(
            """
            select count(*) from ledger.version as before join ledger.version as later
                on later.object_id = before.object_id and later.valid_from = before.valid_to
            where later.attributes = before.attributes
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void newestFiguresOfASnapshotSurviveTheRerunOfAnEarlierNight() {
    String nas = "nas-of-snapshots";
    snapshotNight(nas, FIRST, 10);
    snapshotNight(nas, FIRST.plusDays(2), 10);
    snapshotNight(nas, FIRST.plusDays(1), 99);

    assertThat(
            jdbc.sql(
                    """
                    select used_bytes from ledger.snapshot_usage join ledger.object using (object_id)
                    where source = :nas
                    """)
                .param("nas", nas)
                .query(Long.class)
                .list())
        .containsExactly(10L);
  }

  private void snapshotNight(String nas, LocalDate night, long usedBytes) {
    RunWriter runs = new RunWriter(jdbc, new JsonMapper());
    Estate estate = new Estate(NOW, List.of(), List.of(nas), Map.of());
    long run = runs.begin("history of " + nas, night, "model", "test", Map.of(), NOW);
    new LedgerWriter(jdbc).sources(run, estate);
    jdbc.sql(
            """
            insert into staging.object (run_id, source, kind, subject, attributes, usage)
            values (:run, :nas, 'snapshots', :nas || '/snapshots/tank@1', '{}',
                jsonb_build_object('usedBytes', :used, 'referencedBytes', 1))
            """)
        .param("run", run)
        .param("nas", nas)
        .param("used", usedBytes)
        .update();
    absorb(
        run,
        night,
        estate,
        new Capture(nas, ObjectKind.ZFS_SNAPSHOT, CaptureStatus.COMPLETE, 1, 0, List.of()),
        Set.of());
  }

  private void absorb(long run, LocalDate night, Estate estate, Capture capture, Set<String> held) {
    LedgerWriter ledger = new LedgerWriter(jdbc);
    ledger.absorb(run, night, List.of(capture));
    ledger.conclude(run, night, new Inventory(estate, List.of(capture), Stream.empty()), held);
  }
}
