package dev.poolkeeper.processors.matter;

import dev.poolkeeper.processors.delivery.NoticeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides what a channel is told of its matters: what is new to it, what changed materially, what
 * is back, what is over. What was told already is not told again. Pure: the same night and the same
 * memory give the same notices.
 */
public final class NoticePlanner {

  /**
   * How a channel wants to be told.
   *
   * @param mostNew most matters that are opened or reopened in one run; those beyond become one
   * @param everyNight whether what is open is confirmed on every night
   */
  public record Manner(int mostNew, boolean everyNight) {

    public Manner {
      if (mostNew < 0) {
        throw new IllegalArgumentException("at least none, not " + mostNew);
      }
    }
  }

  /** What is known of matters that are not open tonight. */
  public interface Ends {

    /**
     * Why a topic is over; empty when that is not known tonight, so that nothing is said.
     *
     * @param told what the channel knows of it
     */
    Optional<String> why(LastTold told);

    /** Its title, as far as it can be told without it. */
    String title(LastTold told);
  }

  private static final Comparator<LastTold> GROUPS_LAST =
      Comparator.comparing((LastTold told) -> told.group().isEmpty())
          .thenComparing(LastTold::topic);

  private final Manner manner;

  public NoticePlanner(Manner manner) {
    this.manner = manner;
  }

  /**
   * @param standings what is open tonight, the most urgent first, and a group before what is told
   *     within it; topics differ
   * @param told by topic, what the channel was last told, of what is beyond the cap too
   * @param rest makes one matter of those that are beyond the cap
   * @return what is open in the order of the standings, then what is over by topic, and a group
   *     after what was told within it
   */
  public List<NoticeDraft> plan(
      List<Standing> standings,
      Map<String, LastTold> told,
      Ends ends,
      Function<List<Standing>, Standing> rest) {
    Map<String, Standing> open = new LinkedHashMap<>();
    standings.forEach(standing -> open.put(standing.topic(), standing));
    List<NoticeDraft> drafts = new ArrayList<>();
    List<Standing> beyond = new ArrayList<>();
    int opened = 0;
    for (Standing standing : open.values()) {
      Optional<NoticeDraft> draft =
          draft(standing, Optional.ofNullable(told.get(standing.topic())));
      boolean isNew = draft.filter(d -> begins(d.kind())).isPresent();
      if (isNew && opened >= manner.mostNew()) {
        beyond.add(standing);
      } else {
        draft.ifPresent(drafts::add);
        opened += isNew ? 1 : 0;
      }
    }
    if (!beyond.isEmpty()) {
      Standing one = rest.apply(beyond);
      open.put(one.topic(), one);
      draft(one, Optional.ofNullable(told.get(one.topic()))).ifPresent(drafts::add);
    }
    told.values().stream()
        .filter(last -> last.kind().open() && !open.containsKey(last.topic()))
        .sorted(GROUPS_LAST)
        .forEach(
            last ->
                ends.why(last)
                    .ifPresent(why -> drafts.add(NoticeDraft.over(last, ends.title(last), why))));
    return drafts;
  }

  private static boolean begins(NoticeKind kind) {
    return kind == NoticeKind.OPENED || kind == NoticeKind.REOPENED;
  }

  /** What is only kept for want of knowledge is not begun with, and does not change. */
  private Optional<NoticeDraft> draft(Standing standing, Optional<LastTold> told) {
    if (told.isEmpty()) {
      return standing.seen()
          ? Optional.of(NoticeDraft.open(NoticeKind.OPENED, standing, List.of()))
          : Optional.empty();
    }
    LastTold last = told.get();
    if (!last.kind().open()) {
      return standing.seen()
          ? Optional.of(
              NoticeDraft.open(
                  NoticeKind.REOPENED,
                  standing,
                  List.of("it was over as of %s, and is back".formatted(last.night()))))
          : Optional.empty();
    }
    List<String> changes =
        standing.seen() ? standing.material().changesSince(last.material()) : List.of();
    if (!changes.isEmpty()) {
      return Optional.of(NoticeDraft.open(NoticeKind.CHANGED, standing, changes));
    }
    return manner.everyNight()
        ? Optional.of(NoticeDraft.open(NoticeKind.CONFIRMED, standing, List.of()))
        : Optional.empty();
  }
}
