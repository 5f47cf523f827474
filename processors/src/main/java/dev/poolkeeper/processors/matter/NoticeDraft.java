package dev.poolkeeper.processors.matter;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.delivery.NoticeKind;
import java.util.List;
import java.util.Optional;

/**
 * What a channel is to be told of a topic, before it is put into words.
 *
 * @param group topic of the matter that it is told within; empty when it stands alone
 * @param shown fingerprints of the findings to show, most severe first; of a proposal its name
 * @param more how many there are beside these
 * @param changes what is new about it
 * @param ended why it is over; with {@link NoticeKind#RECOVERED} only
 */
public record NoticeDraft(
    String topic,
    Optional<String> group,
    NoticeKind kind,
    String title,
    Material material,
    List<String> shown,
    int more,
    List<String> changes,
    Optional<String> ended) {

  public NoticeDraft {
    requireNonNull(topic, "topic");
    requireNonNull(group, "group");
    requireNonNull(kind, "kind");
    requireNonNull(title, "title");
    requireNonNull(material, "material");
    shown = List.copyOf(shown);
    changes = List.copyOf(changes);
    requireNonNull(ended, "ended");
  }

  static NoticeDraft open(NoticeKind kind, Standing standing, List<String> changes) {
    return new NoticeDraft(
        standing.topic(),
        standing.group(),
        kind,
        standing.title(),
        standing.material(),
        standing.shown(),
        standing.more(),
        changes,
        Optional.empty());
  }

  static NoticeDraft over(LastTold told, String title, String why) {
    return new NoticeDraft(
        told.topic(),
        told.group(),
        NoticeKind.RECOVERED,
        title,
        told.material(),
        told.material().members(),
        0,
        List.of(),
        Optional.of(why));
  }

  /** In a word or two, for lists. */
  public String words() {
    return kind.word()
        + " "
        + material.severity().word()
        + group.map(" within "::concat).orElse("");
  }
}
