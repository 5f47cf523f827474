package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which lists of the night are not believed though they were read whole: those that shrank against
 * earlier nights ({@link DropGuard}), and those that lack what tonight's other lists name ({@link
 * MentionGuard}).
 */
public final class Guards {

  private Guards() {}

  /**
   * @param history rows of earlier nights by part, as {@link
   *     dev.poolkeeper.processors.inventory.Capture#part()} writes it
   * @param accepted parts whose drop or emptiness a person has confirmed
   * @return reason by held part, sorted by part
   */
  public static Map<String, String> held(
      Inventory inventory,
      Reconciliation join,
      Map<String, RowHistory> history,
      Set<String> accepted,
      GuardPolicy policy) {
    Map<String, String> held = new TreeMap<>();
    held.putAll(MentionGuard.held(inventory, join, accepted, policy));
    held.putAll(DropGuard.held(inventory.captures(), history, accepted, policy));
    return held;
  }
}
