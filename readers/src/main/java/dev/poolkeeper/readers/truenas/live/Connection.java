package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A logged-in NAS with what is known of it: its release and its pools. */
final class Connection implements AutoCloseable {

  /** States in which a pool's datasets can be listed. */
  private static final Set<String> IMPORTED = Set.of("ONLINE", "DEGRADED");

  /** A release that is not told is taken for the newest whose answers were recorded. */
  private static final TrueNasRelease ASSUMED = TrueNasRelease.GOLDEYE;

  private final NasSession session;
  private final String version;
  private final Questions questions;
  private @Nullable List<String> pools;

  Connection(NasSession session, String version, Questions questions) {
    this.session = session;
    this.version = version;
    this.questions = questions;
  }

  /** {@code JSON-RPC, TrueNAS-25.10.1}. */
  String api() {
    return session.api() + ", " + version;
  }

  boolean rest() {
    return session instanceof RestSession;
  }

  String version() {
    return version;
  }

  /** The release, as the system tells it. */
  Optional<TrueNasRelease> told() {
    return TrueNasRelease.parse(version);
  }

  TrueNasRelease release() {
    return told().orElse(ASSUMED);
  }

  boolean usable() {
    return session.usable();
  }

  /**
   * Asks for what the release may lack.
   *
   * @return false when the system has no such method
   */
  boolean ask(NasCall call, RowFormat format, RowSink rows) {
    return session.ask(call, format, rows);
  }

  /** Asks for what every release has. */
  void require(NasCall call, RowFormat format, RowSink rows) {
    if (!ask(call, format, rows)) {
      throw new SourceContract(
          questions.where(call.method()),
          "%s has no such method".formatted(version),
          "use a poolkeeper that knows this release",
          null);
    }
  }

  /** A small answer as a whole; an empty object when the release has no such method. */
  JsonNode small(NasCall call) {
    return SmallAnswers.ask(session, call).orElseGet(Json::object);
  }

  /** A small answer as a whole; empty when the release has no such method. */
  Optional<JsonNode> answer(NasCall call) {
    return SmallAnswers.ask(session, call);
  }

  /** Asks for a change, once. */
  JsonNode change(NasCall call) {
    return session.change(call);
  }

  /** The names of the pools whose datasets can be listed. */
  List<String> pools() {
    List<String> known = pools;
    if (known == null) {
      JsonNode rows =
          SmallAnswers.require(
              session,
              NasCall.query("pool.query", "[]", "{\"select\": [\"name\", \"status\"]}"),
              questions);
      known =
          StreamSupport.stream(rows.spliterator(), false)
              .filter(row -> IMPORTED.contains(row.path("status").asString("")))
              .flatMap(row -> Values.text(row.path("name")).stream())
              .sorted()
              .toList();
      pools = known;
    }
    return known;
  }

  @Override
  public void close() {
    session.close();
  }
}
