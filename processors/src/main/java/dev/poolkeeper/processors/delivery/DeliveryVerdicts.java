package dev.poolkeeper.processors.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * 903: recipients whom the last thing that was to be sent to them did not reach. Said by the night
 * after: what a night has told of itself cannot hold that it was not told.
 */
public final class DeliveryVerdicts {

  private static final String SOURCE = "poolkeeper";

  private DeliveryVerdicts() {}

  /** Said of so many at most; the rest is counted. */
  private static final int TOLD = 5;

  /**
   * @param undelivered of every recipient that was not reached what was not, newest first
   * @return one per channel and recipient
   */
  public static List<Verdict> find(List<OutboxItem> undelivered) {
    return undelivered.stream()
        .collect(
            groupingBy(
                item -> item.channel() + "/" + item.recipient(), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(entry -> verdict(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Verdict verdict(String recipient, List<OutboxItem> items) {
    List<String> evidence = new ArrayList<>();
    items.stream().limit(TOLD).forEach(item -> evidence.addAll(evidence(item)));
    if (items.size() > TOLD) {
      evidence.add("and %d more".formatted(items.size() - TOLD));
    }
    return new Candidate(
        FindingCode.DELIVERY_FAILED,
        new Subject(SOURCE, "deliveries/" + recipient),
        OptionalLong.empty(),
        evidence,
        Optional.empty());
  }

  private static List<String> evidence(OutboxItem item) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "%s%s of %s: %s after %s"
            .formatted(
                item.topic().equals(item.job()) ? "" : item.topic() + ", ",
                item.job(),
                item.night(),
                switch (item.state()) {
                  case DEAD -> "given up";
                  case UNKNOWN -> "not known whether it arrived";
                  default -> "not delivered so far";
                },
                item.attempts() == 1 ? "1 try" : item.attempts() + " tries"));
    if (!item.reason().isEmpty()) {
      evidence.add(item.reason());
    }
    return evidence;
  }
}
