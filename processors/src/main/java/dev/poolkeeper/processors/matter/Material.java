package dev.poolkeeper.processors.matter;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * What about a matter is worth telling again when it is another. Figures move every night: bytes
 * count only once they are twice, or half, of what was told.
 *
 * @param severity most severe of its members
 * @param cause probable cause, where it is one finding; empty when none is known
 * @param plan hash of what an approval is for, where it is a proposal
 * @param freedBytes what all members together would free; empty when that cannot be known
 * @param members fingerprints of its findings, sorted; of a proposal none
 */
public record Material(
    Severity severity,
    Optional<String> cause,
    Optional<String> plan,
    OptionalLong freedBytes,
    List<String> members) {

  private static final int NAMED = 3;

  public Material {
    requireNonNull(severity, "severity");
    requireNonNull(cause, "cause");
    requireNonNull(plan, "plan");
    requireNonNull(freedBytes, "freedBytes");
    members = List.copyOf(new TreeSet<>(members));
  }

  /**
   * What is materially new, in words; empty when nothing is.
   *
   * @param before as it was last told
   */
  public List<String> changesSince(Material before) {
    List<String> changes = new ArrayList<>();
    if (severity != before.severity) {
      changes.add("%s now, was %s".formatted(severity.word(), before.severity.word()));
    }
    if (!cause.equals(before.cause)) {
      changes.add(
          cause.isPresent()
              ? "probable cause: " + cause.get() + before.cause.map(", was "::concat).orElse("")
              : "its cause is not known any more, was " + before.cause.orElseThrow());
    }
    if (!plan.equals(before.plan)) {
      changes.add("its plan is another: earlier approvals are not for it");
    }
    named("new in it", without(members, before.members)).ifPresent(changes::add);
    named("no longer in it", without(before.members, members)).ifPresent(changes::add);
    if (freedOtherwise(before)) {
      changes.add("could free %s, was %s".formatted(text(freedBytes), text(before.freedBytes)));
    }
    return changes;
  }

  private boolean freedOtherwise(Material before) {
    if (freedBytes.isEmpty() || before.freedBytes.isEmpty()) {
      return freedBytes.isPresent() != before.freedBytes.isPresent();
    }
    double now = freedBytes.getAsLong();
    double then = before.freedBytes.getAsLong();
    return now != then && (now >= 2 * then || now <= then / 2);
  }

  private static String text(OptionalLong bytes) {
    return bytes.isPresent() ? BinaryBytes.text(bytes.getAsLong()) : "not known";
  }

  private static List<String> without(Collection<String> some, Collection<String> others) {
    TreeSet<String> left = new TreeSet<>(some);
    left.removeAll(new TreeSet<>(others));
    return List.copyOf(left);
  }

  private static Optional<String> named(String what, List<String> members) {
    if (members.isEmpty()) {
      return Optional.empty();
    }
    String names = String.join(", ", members.subList(0, Math.min(NAMED, members.size())));
    int more = members.size() - NAMED;
    return Optional.of(
        "%d %s: %s%s"
            .formatted(
                members.size(), what, names, more > 0 ? " and %d more".formatted(more) : ""));
  }
}
