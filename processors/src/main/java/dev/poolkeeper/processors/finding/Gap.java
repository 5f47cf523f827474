package dev.poolkeeper.processors.finding;

/**
 * Why a judgement cannot be made.
 *
 * @param kind which sort of ignorance
 * @param part the inventory part that lacks ({@code nas1/datasets}), empty when none would help
 * @param reason in words
 */
public record Gap(Kind kind, String part, String reason) {

  /** Sorts of ignorance. */
  public enum Kind {
    /** A part of the inventory is incomplete tonight. */
    INCOMPLETE,
    /** A guard distrusts a part of the inventory tonight. */
    HELD,
    /** Complete knowledge of the registered sources is not enough. */
    UNRESOLVED,
    /**
     * What it is judged by was not measured; no part of tonight's inventory lacks. Keeps an earlier
     * finding as it was, and is no statement of its own.
     */
    STALE
  }

  public static Gap unresolved(String reason) {
    return new Gap(Kind.UNRESOLVED, "", reason);
  }
}
