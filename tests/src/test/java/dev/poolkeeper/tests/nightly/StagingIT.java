package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.readers.ledger.KnownSnapshotsReader;
import dev.poolkeeper.readers.ledger.StagedInventory;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.ledger.StagingWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Live answers on their way into staging: read again, or listed by name only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StagingIT {

  private static final Instant NOW = Instant.parse("2026-02-11T02:00:00Z");
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private LedgerStore store;
  private JdbcClient jdbc;
  private StagingWriter staging;
  private TransactionTemplate transaction;

  @BeforeAll
  void open(@TempDir Path folder) {
    store = LedgerStore.embedded(new Poolkeeper(folder).home(), line -> {});
    jdbc = JdbcClient.create(store.dataSource());
    staging = new StagingWriter(new JdbcTemplate(store.dataSource()), new JsonMapper());
    transaction = new TransactionTemplate(new JdbcTransactionManager(store.dataSource()));
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static ZfsSnapshot inFull(String nas, String name, long txg) {
    return new ZfsSnapshot(
        nas,
        "tank/data",
        name,
        Optional.of(MADE),
        OptionalLong.of(txg),
        Map.of(),
        Optional.of(false),
        false,
        SpaceUsage.ofSnapshot(OptionalLong.of(txg * 10), OptionalLong.of(7)));
  }

  private static ZfsSnapshot nameOnly(String nas, String name, long txg) {
    return new ZfsSnapshot(
        nas,
        "tank/data",
        name,
        Optional.empty(),
        OptionalLong.of(txg),
        Map.of(),
        Optional.empty(),
        false,
        SpaceUsage.UNKNOWN);
  }

  /** A live night of one NAS, staged and absorbed. */
  private long night(
      String nas, Instant at, CaptureStatus status, Consumer<InventorySink> snapshots) {
    RunWriter runs = new RunWriter(jdbc, new JsonMapper());
    LedgerWriter ledger = new LedgerWriter(jdbc);
    Estate estate = new Estate(at, List.of(), List.of(nas), Map.of());
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    long run = runs.begin("nightly", day, "live", "test", Map.of(), at);
    runs.captured(run, at);
    ledger.sources(run, estate);
    Capture capture = stage(run, nas, status, snapshots);
    transaction.executeWithoutResult(
        tx -> {
          ledger.absorb(run, day, List.of(capture));
          ledger.conclude(
              run, day, new Inventory(estate, List.of(capture), Stream.empty()), Set.of());
        });
    return run;
  }

  private Capture stage(
      long run, String nas, CaptureStatus status, Consumer<InventorySink> snapshots) {
    Capture capture =
        transaction.execute(
            tx ->
                staging.stage(
                    run,
                    nas,
                    ObjectKind.ZFS_SNAPSHOT,
                    sink -> {
                      snapshots.accept(sink);
                      return new Capture(nas, ObjectKind.ZFS_SNAPSHOT, status, 2, 1, List.of());
                    }));
    assertThat(capture).isNotNull();
    return capture == null
        ? new Capture(nas, ObjectKind.ZFS_SNAPSHOT, status, 0, 0, List.of())
        : capture;
  }

  private List<ZfsSnapshot> staged(long run) {
    return new StagedInventory(store.dataSource(), new JsonMapper())
        .read(run).all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
            .sorted(java.util.Comparator.comparing(ZfsSnapshot::name))
            .toList();
  }

  private long byName(long run) {
    return jdbc.sql("select by_name_count from ledger.capture where run_id = :run")
        .param("run", run)
        .query(Long.class)
        .single();
  }

  private Map<String, Long> known(String nas, Instant now) {
    return new KnownSnapshotsReader(jdbc).read(nas, WEEK, now).newestTxgByPool();
  }

  @Test
  void whatWasStagedBeforeAStartOverIsGone() {
    long run =
        night(
            "again",
            NOW,
            CaptureStatus.COMPLETE,
            sink -> {
              sink.acceptByName(nameOnly("again", "a", 1));
              sink.accept(inFull("again", "gone", 2));
              sink.startOver();
              sink.startOver();
              sink.accept(inFull("again", "a", 1));
              sink.accept(inFull("again", "b", 3));
            });

    assertThat(staged(run)).containsExactly(inFull("again", "a", 1), inFull("again", "b", 3));
    assertThat(byName(run)).isZero();
  }

  @Test
  void namesAreCompletedWithWhatTheLedgerKnowsOfTheVerySameSnapshot() {
    night(
        "names",
        NOW,
        CaptureStatus.COMPLETE,
        sink -> {
          sink.accept(inFull("names", "a", 1));
          sink.accept(inFull("names", "b", 2));
        });
    long run =
        night(
            "names",
            NOW.plus(Duration.ofDays(1)),
            CaptureStatus.COMPLETE,
            sink -> {
              sink.acceptByName(nameOnly("names", "a", 1));
              sink.acceptByName(nameOnly("names", "b", 9)); // made anew under its old name
              sink.acceptByName(nameOnly("names", "c", 3)); // never seen
              sink.accept(inFull("names", "d", 11));
            });

    assertThat(staged(run))
        .containsExactly(
            inFull("names", "a", 1),
            nameOnly("names", "b", 9),
            nameOnly("names", "c", 3),
            inFull("names", "d", 11));
    assertThat(byName(run)).isEqualTo(3);
    // c and b are not known in full, so only what is older than both need not be asked for
    assertThat(known("names", NOW.plus(Duration.ofDays(1)))).isEqualTo(Map.of("tank", 2L));
  }

  @Test
  void knownIsOnlyWhatALiveNightReadWholeAndNotTooLongAgo() {
    assertThat(known("fresh", NOW)).isEmpty();
    night(
        "fresh",
        NOW,
        CaptureStatus.COMPLETE,
        sink -> {
          sink.accept(inFull("fresh", "a", 4));
          sink.accept(inFull("fresh", "b", 8));
        });
    assertThat(known("fresh", NOW.plus(Duration.ofDays(6)))).isEqualTo(Map.of("tank", 8L));
    assertThat(known("fresh", NOW.plus(Duration.ofDays(8)))).isEmpty();

    night(
        "fresh",
        NOW.plus(Duration.ofDays(1)),
        CaptureStatus.PARTIAL,
        sink -> sink.accept(inFull("fresh", "a", 4)));
    assertThat(known("fresh", NOW.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void contactIsKeptWithTheSourceOfTheRun() {
    long run = night("contact", NOW, CaptureStatus.COMPLETE, sink -> {});

    staging.contact(run, new SourceContact("contact", "REST", 7, List.of("insecure")));

    assertThat(
            jdbc.sql(
                    "select api || calls || array_to_string(remarks, ',') from ledger.source where run_id = :run")
                .param("run", run)
                .query(String.class)
                .single())
        .isEqualTo("REST7insecure");
  }
}
