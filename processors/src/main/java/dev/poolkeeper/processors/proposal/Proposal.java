package dev.poolkeeper.processors.proposal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A plan and what has become of it.
 *
 * @param id 0 while it was not stored yet
 * @param stage the one that it is at
 * @param since when it came into its state
 * @param approvals those that may still be worth something
 * @param quarantinedAt when its data were put out of reach, or some of what leads to them was taken
 *     away; empty when nothing ever was
 */
public record Proposal(
    long id,
    Plan plan,
    ProposalState state,
    Stage stage,
    Instant since,
    List<Approval> approvals,
    Optional<Instant> quarantinedAt) {

  public Proposal {
    requireNonNull(plan, "plan");
    requireNonNull(state, "state");
    requireNonNull(stage, "stage");
    requireNonNull(since, "since");
    approvals = List.copyOf(approvals);
  }

  /** What an approval has to be for now. */
  public String hash() {
    return plan.hash(stage);
  }

  /** How it is named everywhere, {@code P-17}. */
  public String name() {
    return "P-" + id;
  }

  /** The number in a name as people write it, {@code P-17}, {@code p17} or {@code 17}. */
  public static OptionalLong number(String name) {
    String digits = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^p-?", "");
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /** The approvals that are worth something now: of this stage, this plan, and not over. */
  public List<Approval> standing(Instant now) {
    return approvals.stream().filter(a -> a.holds(stage, hash(), now)).toList();
  }

  /** When the first of the standing approvals ends; empty when there is none. */
  public Optional<Instant> expires(Instant now) {
    return standing(now).stream().map(Approval::expires).min(Instant::compareTo);
  }

  /** The same under the number that the ledger gave it. */
  public Proposal numbered(long number) {
    return new Proposal(number, plan, state, stage, since, approvals, quarantinedAt);
  }

  Proposal in(ProposalState next, Instant now) {
    return new Proposal(id, plan, next, stage, now, approvals, quarantinedAt);
  }

  Proposal at(Stage next) {
    return new Proposal(id, plan, state, next, since, approvals, quarantinedAt);
  }

  Proposal planned(Plan anew) {
    return new Proposal(id, anew, state, stage, since, approvals, quarantinedAt);
  }

  Proposal with(Approval approval) {
    List<Approval> more = new ArrayList<>(approvals);
    more.add(approval);
    return new Proposal(id, plan, state, stage, since, more, quarantinedAt);
  }

  /** Without any approval. */
  Proposal disapproved() {
    return new Proposal(id, plan, state, stage, since, List.of(), quarantinedAt);
  }

  Proposal quarantined(Instant now) {
    return new Proposal(id, plan, state, stage, since, approvals, Optional.of(now));
  }
}
