package dev.poolkeeper.processors.proposal;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to do about one finding, in order, and what is in the way.
 *
 * @param steps those of {@link Stage#QUARANTINE} before those of {@link Stage#DESTROY}, each in the
 *     order in which they have to be done
 * @param blockers empty when it may be carried out
 * @param reclaim what is freed once all steps are done
 * @param turnover targets of steps that come and go by themselves: snapshots of a periodic task. An
 *     approval holds though others have taken their place
 */
public record Plan(
    FindingCode code,
    Subject subject,
    List<Step> steps,
    List<Blocker> blockers,
    Reclaim reclaim,
    Set<Subject> turnover) {

  public Plan {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    requireNonNull(reclaim, "reclaim");
    steps = List.copyOf(steps);
    blockers = List.copyOf(blockers);
    turnover = Set.copyOf(turnover);
    for (int at = 1; at < steps.size(); at++) {
      if (steps.get(at).stage().compareTo(steps.get(at - 1).stage()) < 0) {
        throw new IllegalArgumentException("quarantine comes before destruction");
      }
    }
  }

  /** The steps of one stage, in order. */
  public List<Step> steps(Stage stage) {
    return steps.stream().filter(step -> step.stage() == stage).toList();
  }

  /** The first stage that has anything to do; empty when there is nothing left to do. */
  public Optional<Stage> firstStage() {
    return steps.stream().map(Step::stage).findFirst();
  }

  /** Whether its end has to wait until quarantine has lasted: a dataset with data goes. */
  public boolean waits() {
    return steps.stream().anyMatch(step -> step.action() == Action.DESTROY_DATASET);
  }

  public boolean blocked() {
    return !blockers.isEmpty();
  }

  /**
   * What an approval of a stage is for: SHA-256 over code, subject, and each step of the stage with
   * what has to be read of its target, in 64 hexadecimal digits. Sizes and times of reading are not
   * part of it, nor are steps on what comes and goes by itself.
   */
  public String hash(Stage stage) {
    StringBuilder facts = new StringBuilder("poolkeeper plan 1\n");
    line(facts, code.code());
    line(facts, subject.toString());
    line(facts, stage.word());
    for (Step step : steps(stage)) {
      if (!turnover.contains(step.target())) {
        line(facts, step.action().word());
        line(facts, step.target().toString());
        step.expected().forEach((name, value) -> line(facts, name + "=" + value));
      }
    }
    return HexFormat.of().formatHex(sha256(facts.toString()));
  }

  /** A line of known length, so that no two different plans read the same. */
  private static void line(StringBuilder facts, String text) {
    facts.append(text.length()).append(':').append(text).append('\n');
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
