package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import tools.jackson.databind.JsonNode;

/**
 * A logged-in connection. One question at a time: JSON-RPC writes the id behind the result, so a
 * streamed answer can only be told from others when there are none.
 */
interface NasSession extends AutoCloseable {

  /**
   * Asks one question and streams the bare answer.
   *
   * @return false when the system has no such method
   * @throws dev.poolkeeper.readers.source.SourceFailure when it was not answered whole
   */
  boolean ask(NasCall call, RowFormat format, RowSink rows);

  /**
   * Asks for a change, once: it is never sent again, whatever becomes of the answer.
   *
   * @return what the system answered
   * @throws dev.poolkeeper.processors.proposal.HandFailure when it refused, or when it is not known
   *     whether it did
   */
  JsonNode change(NasCall call);

  /** Whether another question can be asked: not after an answer that broke off in the middle. */
  boolean usable();

  /** {@code JSON-RPC} or {@code REST}. */
  String api();

  @Override
  void close();
}
