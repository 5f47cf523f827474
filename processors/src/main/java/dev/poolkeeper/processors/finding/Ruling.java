package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What the configuration says of one finding.
 *
 * @param exemption why it is to be left alone, if it is
 * @param remark what else is to be said of it: an exception that has expired
 * @param severity its severity once confirmed, when not the catalogue's
 * @param exceptions which exceptions of the configuration cover it, expired ones included, by their
 *     place, from 0
 */
public record Ruling(
    Optional<String> exemption,
    Optional<String> remark,
    Optional<Severity> severity,
    List<Integer> exceptions) {

  public static final Ruling NONE =
      new Ruling(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Ruling {
    requireNonNull(exemption, "exemption");
    requireNonNull(remark, "remark");
    requireNonNull(severity, "severity");
    exceptions = List.copyOf(exceptions);
  }
}
