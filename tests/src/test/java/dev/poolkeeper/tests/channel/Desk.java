package dev.poolkeeper.tests.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A receiver in memory, with a ticket per topic, that takes each key once, and that fails as it is
 * told: before or after it has taken something, with or without the process that speaks to it.
 */
final class Desk implements NoticeChannel {

  /** The process ends here, as if it was killed. */
  static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }

  private final Map<String, List<String>> tickets = new HashMap<>();
  private final Map<String, String> taken = new HashMap<>();
  private final Random random;
  private double trouble;
  private boolean groups;

  Desk(long seed) {
    this.random = new Random(seed);
  }

  /** It is told of groups and of what is within them, and minds the order. */
  Desk withGroups() {
    groups = true;
    return this;
  }

  /**
   * @param share of tries that go wrong
   */
  void trouble(double share) {
    this.trouble = share;
  }

  /** What was told of every topic, in order: kinds of notices. */
  Map<String, List<String>> tickets() {
    return tickets;
  }

  boolean open(String topic) {
    List<String> told = tickets.getOrDefault(topic, List.of());
    return !told.isEmpty() && !told.get(told.size() - 1).equals(NoticeKind.RECOVERED.word());
  }

  @Override
  public byte[] make(Notice notice) {
    return (notice.kind().word() + " " + notice.night() + " " + notice.severity().word())
        .getBytes(UTF_8);
  }

  @Override
  public Receipt send(Parcel parcel) {
    if (random.nextDouble() >= trouble) {
      return take(parcel);
    }
    switch (random.nextInt(6)) {
      case 0 -> throw new Killed();
      case 1 -> {
        take(parcel);
        throw new Killed();
      }
      case 2 -> {
        take(parcel);
        return Receipt.of(Outcome.Kind.UNKNOWN, "taken, and no answer");
      }
      case 3 -> {
        return Receipt.of(Outcome.Kind.UNKNOWN, "not taken, and no answer");
      }
      case 4 -> {
        return Receipt.of(Outcome.Kind.NOT_ALLOWED, "who are you?");
      }
      default -> {
        return Receipt.of(Outcome.Kind.DEFERRED, "later");
      }
    }
  }

  private Receipt take(Parcel parcel) {
    String before = taken.putIfAbsent(parcel.key(), parcel.text());
    if (before != null && !before.equals(parcel.text())) {
      throw new AssertionError("%s is another now: %s".formatted(parcel.key(), parcel.text()));
    }
    if (before == null) {
      if (groups) {
        inOrder(parcel);
      }
      tickets
          .computeIfAbsent(parcel.topic(), topic -> new ArrayList<>())
          .add(parcel.text().split(" ", 2)[0]);
    }
    return Receipt.delivered("taken", "T-" + parcel.topic(), Optional.empty());
  }

  private void inOrder(Parcel parcel) {
    boolean member = parcel.topic().startsWith("PK102:");
    boolean over = parcel.text().startsWith(NoticeKind.RECOVERED.word());
    if (member && !over) {
      assertThat(parcel.group()).as(parcel.topic()).contains("T-" + Month.GROUP);
      assertThat(open(Month.GROUP)).as(parcel.topic()).isTrue();
    }
    if (!member && over) {
      assertThat(tickets.keySet().stream().filter(topic -> topic.startsWith("PK102:")))
          .noneMatch(this::open);
    }
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    return List.of(Probe.ok("desk", "there"));
  }

  @Override
  public void close() {}
}
