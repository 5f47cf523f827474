package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Findings that somebody has decided to leave alone, and why.
 *
 * <p>What poolkeeper says of its own run (9xx) cannot be excepted: an incomplete night that nobody
 * sees would pass for a good one. Wrong data (8xx) can, for a while: its codes are written out, and
 * somebody answers for it until a day.
 *
 * @param owner who answers for it
 * @param expires last day on which it holds, UTC; empty: it holds until it is taken out
 */
public record ExceptionRule(
    CodeGroup codes,
    SubjectMatch match,
    String reason,
    Optional<String> owner,
    Optional<LocalDate> expires) {

  public ExceptionRule {
    requireNonNull(codes, "codes");
    requireNonNull(match, "match");
    requireNonNull(owner, "owner");
    requireNonNull(expires, "expires");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an exception needs a reason");
    }
    objection(codes, owner.isPresent() && expires.isPresent())
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(text);
            });
  }

  /**
   * Why these codes cannot be excepted, in words that go on after "expected"; empty when they can.
   *
   * @param answeredFor whether it has an owner and a last day
   */
  public static Optional<String> objection(CodeGroup codes, boolean answeredFor) {
    if (codes.codes().stream().anyMatch(FindingCode::ofTheRun)) {
      return Optional.of("codes below 900: what a run says of itself cannot be excepted");
    }
    boolean wrongData = codes.codes().stream().anyMatch(FindingCode::wrongData);
    if (wrongData && codes.block()) {
      return Optional.of("codes written out: wrong data (8xx) is excepted code by code");
    }
    return wrongData && !answeredFor
        ? Optional.of("an owner and expires beside it: wrong data (8xx) is excepted for a while")
        : Optional.empty();
  }

  boolean covers(FindingCode code, SubjectFacts facts) {
    return codes.contains(code) && match.matches(facts);
  }

  /** Whether its last day is past. */
  public boolean expiredOn(LocalDate night) {
    return expires.filter(night::isAfter).isPresent();
  }

  /** {@code excepted until 2026-12-31: kept for audit (storage-team)}. */
  public String note() {
    return expires.map(day -> "excepted until " + day).orElse("excepted") + ": " + why();
  }

  /** {@code its exception expired on 2026-12-31: kept for audit (storage-team)}. */
  String expiredNote() {
    return expires.map(day -> "its exception expired on " + day).orElse("") + ": " + why();
  }

  private String why() {
    return reason + owner.map(name -> " (" + name + ")").orElse("");
  }
}
