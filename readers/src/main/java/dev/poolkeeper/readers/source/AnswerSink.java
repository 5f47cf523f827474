package dev.poolkeeper.readers.source;

import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowSink;

/** Takes the answers that make up one kind. */
public interface AnswerSink {

  /**
   * The sink for the rows of one answer; rows that follow belong to it until another is asked for.
   *
   * @param name the method or plural, which is also its file's name in a recorded estate
   */
  RowSink answer(String name, RowMapper mapper);

  /** The same for an answer that tells names only, where the ledger remembers the rest. */
  RowSink names(String name, RowMapper mapper);

  /** Forgets everything: the kind is asked for once more. */
  void startOver();
}
