package dev.poolkeeper.readers.source;

import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowSink;

/** Hands a live source's answers to the reading of their kind. */
final class LiveAnswers implements AnswerSink {

  private final Reading reading;

  LiveAnswers(Reading reading) {
    this.reading = reading;
  }

  @Override
  public RowSink answer(String name, RowMapper mapper) {
    return of(name, mapper, false);
  }

  @Override
  public RowSink names(String name, RowMapper mapper) {
    return of(name, mapper, true);
  }

  private RowSink of(String name, RowMapper mapper, boolean byName) {
    reading.file(AnswerName.live(name));
    reading.mapper(mapper, byName);
    return reading;
  }

  @Override
  public void startOver() {
    reading.startOver();
  }
}
