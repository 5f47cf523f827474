package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One object that shows what a list must hold.
 *
 * @param part the list, {@code nas1/snapshots}
 * @param object what must be in it; empty where only something must
 * @param by who shows it
 * @param sure whether it cannot be stale
 */
record Mention(String part, Optional<Subject> object, Subject by, boolean sure) {

  static Mention stale(ObjectKind list, String source, Subject by) {
    return new Mention(source + "/" + list.plural(), Optional.empty(), by, false);
  }

  /**
   * Objects of one list that each show what another list of their source must hold.
   *
   * @param list the other list
   * @param by the list they are in
   * @param when which of them do
   * @param name the name of what must be there; empty where only something must
   * @param sure whether they cannot be stale
   */
  record Row<T extends InventoryObject>(
      ObjectKind list,
      ObjectKind by,
      Class<T> type,
      Predicate<T> when,
      Function<T, Optional<String>> name,
      boolean sure) {

    /** All of them, surely, and without a name. */
    Row(ObjectKind list, ObjectKind by, Class<T> type) {
      this(list, by, type, object -> true, object -> Optional.empty(), true);
    }

    Row<T> when(Predicate<T> some) {
      return new Row<>(list, by, type, some, name, sure);
    }

    Row<T> naming(Function<T, Optional<String>> named) {
      return new Row<>(list, by, type, when, named, sure);
    }

    Row<T> orStale() {
      return new Row<>(list, by, type, when, name, false);
    }

    Stream<Mention> in(Inventory inventory) {
      return inventory.all(by, type).stream().filter(when).map(this::of);
    }

    private Mention of(T object) {
      String source = object.subject().source();
      return new Mention(
          source + "/" + list.plural(),
          name.apply(object).map(named -> Subject.of(source, list, named)),
          object.subject(),
          sure);
    }
  }
}
