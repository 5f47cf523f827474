package dev.poolkeeper.writers.alert;

import static dev.poolkeeper.writers.json.CompactJson.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Alertmanager of every open matter on every night. An alert ends by itself when it was not
 * repeated for {@code expiresAfter}, and at once when the matter is over. Source: Prometheus,
 * "Sending alerts" (clients keep alerts alive by sending them again, or say when they end).
 */
public final class AlertmanagerChannel implements NoticeChannel {

  /**
   * How alerts are made.
   *
   * @param expiresAfter how long one lives that is not repeated
   * @param labels that every alert gets
   */
  public record Terms(Duration expiresAfter, Map<String, String> labels) {

    public Terms {
      labels = Map.copyOf(labels);
    }
  }

  private final Alertmanagers members;
  private final Terms terms;
  private final NoticeTexts texts;
  private final Clock clock;
  private final CompactJson json = new CompactJson();
  private final JsonMapper alerts = JsonMapper.builder().build();

  public AlertmanagerChannel(Alertmanagers members, Terms terms, NoticeTexts texts, Clock clock) {
    this.members = members;
    this.terms = terms;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public byte[] make(Notice notice) {
    return alerts.writeValueAsString(Alert.of(notice, texts.of(notice))).getBytes(UTF_8);
  }

  /** The reference is the severity that it was last told with. */
  @Override
  public Receipt send(Parcel parcel) {
    Alert alert;
    try {
      alert = alerts.readValue(parcel.text(), Alert.class);
    } catch (JacksonException e) {
      return Receipt.of(Outcome.Kind.REFUSED, "what was made for it is no alert");
    }
    List<Object> told = new ArrayList<>();
    Optional<String> before = parcel.reference().filter(word -> Severity.named(word).isPresent());
    before
        .filter(word -> !word.equals(alert.severity()))
        .ifPresent(word -> told.add(posted(alert, word, false)));
    told.add(posted(alert, alert.severity(), alert.open()));
    return members.post(json.text(told), alert.severity());
  }

  private Map<String, Object> posted(Alert alert, String severity, boolean open) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = open ? now.plus(terms.expiresAfter()) : now;
    Instant start = alert.startsAt().isBefore(end) ? alert.startsAt() : end.minusSeconds(1);
    Map<String, String> labels =
        new LinkedHashMap<>(AlertLabels.of(alert.topic(), severity, terms.labels()));
    if (alert.demo()) {
      labels.put("demo", "true");
    }
    Map<String, Object> posted =
        object(
            "labels",
            labels,
            "annotations",
            alert.annotations(),
            "startsAt",
            start.toString(),
            "endsAt",
            end.toString());
    if (!alert.link().isEmpty()) {
      posted.put("generatorURL", alert.link());
    }
    return posted;
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    List<Probe> probes = new ArrayList<>(members.look());
    if (sendTest) {
      Alert test =
          new Alert(
              "test:poolkeeper",
              Severity.INFO.word(),
              true,
              false,
              clock.instant(),
              Map.of("summary", "This is a test of poolkeeper: nothing has to be done."),
              "");
      Map<String, Object> alert = posted(test, test.severity(), true);
      alert.put("endsAt", clock.instant().plus(Duration.ofMinutes(1)).toString());
      probes.add(
          Probe.of(
              "alert",
              members.post(json.text(List.of(alert)), test.severity()),
              "see what Alertmanager's own log says"));
    }
    return probes;
  }

  /** See {@link Channel#close()}. */
  @Override
  public void close() {
    members.close();
  }
}
