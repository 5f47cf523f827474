package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.truenas.AnswerFormats;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists all snapshots. Their properties cost a disk read each, so those the ledger knows are listed
 * by name only, which is fast, and only newer ones are asked for in full.
 *
 * <p>New ones are asked for first: one made between the two questions is then known by name, and
 * asked for on the next night. Source: truenas-contract §1.7.
 */
final class SnapshotListing {

  private static final String RESOURCE_SNAPSHOTS = "zfs.resource.snapshot.query";
  private static final String SNAPSHOTS = "pool.snapshot.query";
  private static final List<String> PROPERTIES =
      List.of("creation", "used", "referenced", "userrefs", "defer_destroy");
  private static final List<String> RESOURCE_PROPERTIES =
      List.of("creation", "used", "referenced", "defer_destroy");

  private final Connection nas;
  private final AnswerSink sink;
  private final Map<String, Long> newest;
  private String method;

  SnapshotListing(Connection nas, KnownSnapshots known, AnswerSink sink) {
    this.nas = nas;
    this.sink = sink;
    this.newest =
        nas.release().atLeast(TrueNasRelease.BLUEFIN) ? known.newestTxgByPool() : Map.of();
    this.method = TrueNasMappers.snapshotMethod(nas.told());
  }

  void list() {
    if (method.equals(RESOURCE_SNAPSHOTS)) {
      try {
        nas.pools().forEach(this::listResources);
        return;
      } catch (QuestionRefused otherForm) {
        // a release that asks in another form still has the older method
        sink.startOver();
        method = SNAPSHOTS;
      }
    }
    boolean known = !newest.isEmpty() && nas.pools().stream().anyMatch(newest::containsKey);
    if (!known || !listKnown()) {
      askFull(0L, sink.answer(method, mapper()));
    }
  }

  /** Whether the names were all of pools the ledger knows; else everything is asked for anew. */
  private boolean listKnown() {
    long since =
        nas.pools().stream()
            .flatMap(p -> Stream.ofNullable(newest.get(p)))
            .min(Long::compare)
            .orElse(0L);
    Names names = new Names();
    askFull(since + 1, new BothSinks(names.remembering(), sink.answer(method, mapper())));
    nas.require(
        NasCall.query(method, "[]", "{\"select\": [\"name\", \"createtxg\"]}"),
        AnswerFormats::list,
        names.besides(sink.names(method, mapper())));
    if (names.strangers) {
      sink.startOver();
    }
    return !names.strangers;
  }

  private void askFull(long since, RowSink rows) {
    ObjectNode options = Json.object();
    if (!nas.release().core()) {
      ObjectNode extra = options.putObject("extra");
      PROPERTIES.forEach(extra.putArray("properties")::add);
      if (since > 0) {
        extra.put("min_txg", since);
      }
    }
    nas.require(new NasCall(method, List.of(Json.array(), options)), AnswerFormats::list, rows);
  }

  private void listResources(String pool) {
    Long since = newest.get(pool);
    if (since == null) {
      askResources(pool, 0L, sink.answer(method, mapper()));
      return;
    }
    Names names = new Names();
    askResources(
        pool, since + 1, new BothSinks(names.remembering(), sink.answer(method, mapper())));
    ObjectNode argument = resources(pool);
    argument.putNull("properties");
    nas.require(
        NasCall.with(method, argument),
        AnswerFormats::list,
        names.besides(sink.names(method, mapper())));
  }

  private void askResources(String pool, long since, RowSink rows) {
    ObjectNode argument = resources(pool);
    RESOURCE_PROPERTIES.forEach(argument.putArray("properties")::add);
    argument.put("get_user_properties", true).put("get_holds", true);
    if (since > 0) {
      argument.put("min_txg", since);
    }
    nas.require(NasCall.with(method, argument), AnswerFormats::list, rows);
  }

  private static ObjectNode resources(String pool) {
    ObjectNode argument = Json.object();
    argument.putArray("paths").add(pool);
    argument.put("recursive", true);
    return argument;
  }

  private RowMapper mapper() {
    return TrueNasMappers.snapshots(method, nas.told());
  }

  /** Which snapshots were answered in full, so that their names need not stand for them. */
  private final class Names {

    private final Set<String> inFull = new HashSet<>();
    private boolean strangers;

    RowSink remembering() {
      return new RowSink() {
        @Override
        public void row(String place, JsonNode row) {
          inFull.add(name(row));
        }

        @Override
        public void unreadable(String place, String seen, String next) {
          // told to the other sink
        }
      };
    }

    RowSink besides(RowSink rows) {
      return new RowSink() {
        @Override
        public void row(String place, JsonNode row) {
          String name = name(row);
          strangers |= !newest.containsKey(name.replaceFirst("[/@].*", ""));
          if (!inFull.contains(name)) {
            rows.row(place, row);
          }
        }

        @Override
        public void unreadable(String place, String seen, String next) {
          rows.unreadable(place, seen, next);
        }
      };
    }

    private static String name(JsonNode row) {
      return Values.text(row.path("name")).or(() -> Values.text(row.path("id"))).orElse("");
    }
  }
}
