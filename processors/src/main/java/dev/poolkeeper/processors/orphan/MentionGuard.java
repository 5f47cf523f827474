package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Distrusts lists that lack what other lists of the same night name. Needs no earlier night, so it
 * also holds on the first, of which {@link DropGuard} can say nothing.
 *
 * <p>An empty list is not believed when one sure {@link Mention} speaks against it, or two that may
 * be stale: a single one may be the leftover of the only object there was, and that finding is
 * wanted. A list with rows is not believed when at least two objects that are surely there are not
 * in it, and more of those named than {@code max-drop-ratio}. Pure; linear in the objects of the
 * night.
 */
public final class MentionGuard {

  private static final int SEVERAL = 2;

  /** What is named on its own, so that a list with rows can lack some of it. */
  private static final Set<ObjectKind> NAMED =
      Set.of(
          ObjectKind.PERSISTENT_VOLUME,
          ObjectKind.PERSISTENT_VOLUME_CLAIM,
          ObjectKind.ZFS_SNAPSHOT);

  private final Inventory inventory;
  private final Reconciliation join;
  private final GuardPolicy policy;

  private MentionGuard(Inventory inventory, Reconciliation join, GuardPolicy policy) {
    this.inventory = inventory;
    this.join = join;
    this.policy = policy;
  }

  /**
   * @param join the night's join, which tells on which NAS a volume is
   * @param accepted parts whose emptiness a person has confirmed
   * @return reason by held part, sorted by part
   */
  public static Map<String, String> held(
      Inventory inventory, Reconciliation join, Set<String> accepted, GuardPolicy policy) {
    return new MentionGuard(inventory, join, policy).held(accepted);
  }

  private Map<String, String> held(Set<String> accepted) {
    Map<String, Capture> judged = new HashMap<>();
    inventory.captures().stream()
        .filter(capture -> capture.status() == CaptureStatus.COMPLETE)
        .filter(capture -> capture.rows() == 0 || NAMED.contains(capture.kind()))
        .filter(capture -> !accepted.contains(capture.part()))
        .forEach(capture -> judged.put(capture.part(), capture));
    Set<ObjectKind> lists = EnumSet.noneOf(ObjectKind.class);
    judged.values().forEach(capture -> lists.add(capture.kind()));
    Map<String, Set<Mention>> mentions = new TreeMap<>();
    Mentions.of(inventory, join, lists)
        .filter(mention -> counts(mention, judged.get(mention.part())))
        .forEach(m -> mentions.computeIfAbsent(m.part(), part -> new HashSet<>()).add(m));
    Map<String, String> held = new TreeMap<>();
    mentions.forEach(
        (part, all) ->
            Optional.ofNullable(judged.get(part))
                .flatMap(list -> reason(list, all))
                .ifPresent(reason -> held.put(part, reason)));
    return held;
  }

  private static boolean counts(Mention mention, @Nullable Capture list) {
    return list != null && (list.rows() == 0 || (mention.sure() && mention.object().isPresent()));
  }

  private Optional<String> reason(Capture list, Set<Mention> mentions) {
    return list.rows() == 0 ? empty(list.part(), mentions) : lacking(list, mentions);
  }

  private static Optional<String> empty(String part, Set<Mention> mentions) {
    Set<Subject> by = by(mentions);
    boolean unbelievable = by.size() >= SEVERAL || mentions.stream().anyMatch(Mention::sure);
    return unbelievable
        ? Optional.of("%s is empty, but %s what it must hold".formatted(part, names(by)))
        : Optional.empty();
  }

  private Optional<String> lacking(Capture list, Set<Mention> mentions) {
    Set<Subject> named = new HashSet<>();
    mentions.forEach(mention -> mention.object().ifPresent(named::add));
    Set<Subject> missing = new HashSet<>(named);
    inventory
        .all(list.kind(), InventoryObject.class)
        .forEach(object -> missing.remove(object.subject()));
    boolean unbelievable =
        missing.size() >= SEVERAL && missing.size() > policy.maxDropRatio() * named.size();
    return unbelievable
        ? Optional.of(
            "%s lacks %d of %d rows that others name: %s them"
                .formatted(
                    list.part(), missing.size(), named.size(), names(askers(mentions, missing))))
        : Optional.empty();
  }

  private static Set<Subject> askers(Set<Mention> mentions, Set<Subject> missing) {
    return by(
        mentions.stream().filter(m -> m.object().filter(missing::contains).isPresent()).toList());
  }

  private static Set<Subject> by(Iterable<Mention> mentions) {
    Set<Subject> by = new TreeSet<>();
    mentions.forEach(mention -> by.add(mention.by()));
    return by;
  }

  /** {@code prod-a/persistentvolumes/pvc-1 and 11 others name}. */
  private static String names(Set<Subject> by) {
    Subject first = by.iterator().next();
    return switch (by.size()) {
      case 1 -> first + " names";
      case 2 -> first + " and 1 other name";
      default -> "%s and %d others name".formatted(first, by.size() - 1);
    };
  }
}
