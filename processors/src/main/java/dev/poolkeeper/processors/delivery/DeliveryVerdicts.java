package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
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

  /**
   * @param undelivered the newest entry of every recipient that was not reached by it
   */
  public static List<Verdict> find(List<OutboxItem> undelivered) {
    return undelivered.stream().map(DeliveryVerdicts::verdict).toList();
  }

  private static Verdict verdict(OutboxItem item) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "%s of %s: %s after %s"
            .formatted(
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
    return new Candidate(
        FindingCode.DELIVERY_FAILED,
        new Subject(SOURCE, "deliveries/" + item.channel() + "/" + item.recipient()),
        OptionalLong.empty(),
        evidence,
        Optional.empty());
  }
}
