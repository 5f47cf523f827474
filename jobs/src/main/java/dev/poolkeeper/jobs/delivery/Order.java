package dev.poolkeeper.jobs.delivery;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Which run wants to tell something.
 *
 * @param run id in the ledger
 * @param night the night it is about
 */
public record Order(String job, long run, LocalDate night, Telling telling) {

  public Order {
    requireNonNull(job, "job");
    requireNonNull(night, "night");
    requireNonNull(telling, "telling");
  }
}
