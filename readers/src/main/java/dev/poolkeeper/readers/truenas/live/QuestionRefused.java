package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.source.SourceContract;

/** The system has the method, and does not take the question in this form. */
final class QuestionRefused extends SourceContract {

  private static final long serialVersionUID = 1L;

  QuestionRefused(String where, String reason) {
    super(
        where,
        "the question was refused: " + reason,
        "report it with the system's version: this release asks in another form",
        null);
  }
}
