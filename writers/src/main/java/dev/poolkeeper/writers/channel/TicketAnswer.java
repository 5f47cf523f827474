package dev.poolkeeper.writers.channel;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.Outcome;
import java.util.List;

/** What a ticket says about a plan. */
public sealed interface TicketAnswer {

  /**
   * What people decided about this very plan.
   *
   * @param decisions oldest first; empty while nobody did
   */
  record Read(List<TicketDecision> decisions) implements TicketAnswer {

    public Read {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * Somebody decided, and it counts for nothing.
   *
   * @param ticket as people call it
   * @param why in one sentence
   * @param key the same for the same decision, so that it is told once
   */
  record NotCounted(String ticket, String why, String key) implements TicketAnswer {

    public NotCounted {
      requireNonNull(ticket, "ticket");
      requireNonNull(why, "why");
      requireNonNull(key, "key");
    }
  }

  /** It could not be read. */
  record Unread(Outcome outcome) implements TicketAnswer {

    public Unread {
      requireNonNull(outcome, "outcome");
    }
  }
}
