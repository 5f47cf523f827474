package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.proposal.Hand;
import java.util.LinkedHashMap;
import java.util.Map;

/** The hands that one proposal has needed so far, closed together. */
final class OpenHands implements AutoCloseable {

  private final Hands hands;
  private final String mark;
  private final Map<String, Hand> open = new LinkedHashMap<>();

  OpenHands(Hands hands, String mark) {
    this.hands = hands;
    this.mark = mark;
  }

  Hand of(String source) {
    return open.computeIfAbsent(source, name -> hands.open(name, mark));
  }

  @Override
  public void close() {
    open.values().forEach(Hand::close);
  }
}
