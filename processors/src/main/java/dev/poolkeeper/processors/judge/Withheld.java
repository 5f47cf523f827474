package dev.poolkeeper.processors.judge;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;

/**
 * What was not said of one code for want of one part of the inventory. No finding: it frees nothing
 * and is proposed to nobody.
 *
 * @param gap which part, and why it is not believed or not complete
 * @param subjects what would have been reported, sorted, at least one
 */
public record Withheld(FindingCode code, Gap gap, List<Subject> subjects) {

  public Withheld {
    requireNonNull(code, "code");
    requireNonNull(gap, "gap");
    subjects = List.copyOf(subjects);
  }
}
