package dev.poolkeeper.tests.history;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.writers.ledger.HistoryWriter;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.ledger.StagingWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that takes in nights object by object, without the rest of the nightly job. */
final class PastLedger implements AutoCloseable {

  /** One kind as it was read. */
  record Part(ObjectKind kind, CaptureStatus status, List<? extends InventoryObject> objects) {

    static Part complete(ObjectKind kind, InventoryObject... objects) {
      return new Part(kind, CaptureStatus.COMPLETE, List.of(objects));
    }

    static Part notRead(ObjectKind kind) {
      return new Part(kind, CaptureStatus.NOT_READ, List.of());
    }
  }

  private final JsonMapper json = new JsonMapper();
  private final LedgerStore store;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  PastLedger(Path folder) {
    store = LedgerStore.embedded(new Poolkeeper(folder).home(), line -> {});
    jdbc = new JdbcTemplate(store.dataSource());
    transaction = new TransactionTemplate(new JdbcTransactionManager(store.dataSource()));
  }

  @Override
  public void close() {
    store.close();
  }

  JdbcClient sql() {
    return JdbcClient.create(jdbc);
  }

  TransactionTemplate transaction() {
    return transaction;
  }

  HistoryWriter history() {
    return new HistoryWriter(jdbc, json);
  }

  /** A night captured at 02:00 UTC, taken into the ledger; returns the run. */
  long absorb(Estate estate, LocalDate night, Part... parts) {
    String source = estate.sources().iterator().next();
    RunWriter runs = new RunWriter(sql(), json);
    LedgerWriter ledger = new LedgerWriter(sql());
    long run =
        runs.begin("night of " + source, night, "model", "test", Map.of(), estate.capturedAt());
    runs.captured(run, estate.capturedAt());
    ledger.sources(run, estate);
    StagingWriter staging = new StagingWriter(jdbc, json);
    List<Capture> captures = new ArrayList<>();
    for (Part part : parts) {
      transaction.executeWithoutResult(
          status ->
              captures.add(
                  staging.stage(
                      run,
                      source,
                      part.kind(),
                      sink -> {
                        part.objects().forEach(sink::accept);
                        return capture(source, part);
                      })));
    }
    transaction.executeWithoutResult(
        status -> {
          ledger.absorb(run, night, captures);
          ledger.conclude(run, night, new Inventory(estate, captures, Stream.empty()), Set.of());
        });
    ledger.clearStaging(run);
    return run;
  }

  private static Capture capture(String source, Part part) {
    return new Capture(source, part.kind(), part.status(), part.objects().size(), 0, List.of());
  }

  static Estate nas(String name, LocalDate night) {
    return new Estate(capturedAt(night), List.of(), List.of(name), Map.of());
  }

  static Estate cluster(String name, LocalDate night) {
    return new Estate(capturedAt(night), List.of(name), List.of(), Map.of());
  }

  private static Instant capturedAt(LocalDate night) {
    return Instant.parse(night + "T02:00:00Z");
  }

  /** Sorted lines of what the query says, columns with a blank between. */
  List<String> lines(String query, String about) {
    return sql().sql(query).param("about", about).query(String.class).list().stream()
        .sorted()
        .toList();
  }
}
