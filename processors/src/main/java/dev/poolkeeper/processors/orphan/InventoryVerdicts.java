package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 901 and 902: one finding per source whose inventory is incomplete, or distrusted.
 *
 * <p>A part that could be asked for and failed always counts. A part that was simply not there
 * counts when it is needed: by the join itself, or by a verdict about leftovers that had to be
 * withheld for it. Who records by hand need not record what only advice is drawn from. Parts that
 * protect nothing, so that no verdict can be wrong for lack of them, never count.
 */
public final class InventoryVerdicts {

  /** Codes whose verdicts are worth an incomplete night when a part of it was never there. */
  private static final Set<FindingCode> LEFTOVERS =
      Set.of(
          FindingCode.VOLUME_WITHOUT_BACKEND,
          FindingCode.BACKEND_WITHOUT_VOLUME,
          FindingCode.VOLUME_STUCK_RELEASED,
          FindingCode.CLAIM_UNBOUND,
          FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND,
          FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT,
          FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT);

  private InventoryVerdicts() {}

  static boolean leftover(FindingCode code) {
    return LEFTOVERS.contains(code);
  }

  /**
   * @param verdicts those of all other rules, to say how many had to be withheld for a part
   * @param held reason by part that {@link DropGuard} distrusts
   */
  public static List<Verdict> judge(
      Inventory inventory, List<Verdict> verdicts, Map<String, String> held) {
    Map<String, Long> withheld = withheld(verdicts.stream());
    Set<String> missed =
        withheld(verdicts.stream().filter(v -> LEFTOVERS.contains(v.code()))).keySet();
    Map<String, List<String>> incomplete = new TreeMap<>();
    for (Capture capture : inventory.captures()) {
      if (counts(inventory, capture, missed)) {
        incomplete
            .computeIfAbsent(capture.source(), s -> new ArrayList<>())
            .addAll(evidence(capture, withheld));
      }
    }
    Map<String, List<String>> distrusted = new TreeMap<>();
    held.forEach(
        (part, reason) ->
            distrusted
                .computeIfAbsent(Subject.parse(part).source(), s -> new ArrayList<>())
                .add(reason + withheldText(withheld.get(part))));
    List<Verdict> found = new ArrayList<>();
    incomplete.forEach((s, e) -> found.add(finding(FindingCode.INVENTORY_INCOMPLETE, s, e)));
    distrusted.forEach((s, e) -> found.add(finding(FindingCode.HELD_BY_GUARD, s, e)));
    return found;
  }

  private static Map<String, Long> withheld(Stream<Verdict> verdicts) {
    return verdicts
        .filter(Undecided.class::isInstance)
        .map(verdict -> ((Undecided) verdict).gap())
        .filter(gap -> !gap.part().isEmpty())
        .collect(Collectors.groupingBy(Gap::part, Collectors.counting()));
  }

  private static boolean counts(Inventory inventory, Capture capture, Set<String> missed) {
    return switch (capture.status()) {
      case COMPLETE -> false;
      case PARTIAL, FAILED -> !capture.kind().optional();
      case NOT_READ -> required(inventory, capture) || missed.contains(capture.part());
    };
  }

  private static boolean required(Inventory inventory, Capture capture) {
    boolean cluster = inventory.estate().clusters().contains(capture.source());
    return (cluster ? Completeness.CLUSTER : Completeness.NAS).contains(capture.kind());
  }

  private static List<String> evidence(Capture capture, Map<String, Long> withheld) {
    String rows =
        capture.status() == CaptureStatus.PARTIAL ? ", %d rows kept".formatted(capture.rows()) : "";
    String effect = rows + withheldText(withheld.get(capture.part()));
    return capture.problems().isEmpty()
        ? List.of(capture.part() + " was not read" + effect)
        : capture.problems().stream().map(CaptureProblem::toString).map(p -> p + effect).toList();
  }

  private static String withheldText(@Nullable Long count) {
    return Optional.ofNullable(count)
        .map(n -> n == 1 ? " (1 verdict withheld)" : " (%d verdicts withheld)".formatted(n))
        .orElse("");
  }

  private static Verdict finding(FindingCode code, String source, List<String> evidence) {
    return new Candidate(
        code, Subject.ofSource(source), OptionalLong.of(0), evidence, Optional.empty());
  }
}
