package dev.poolkeeper.writers.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A Lease as it was read. Its times are words of another clock, and only compared as such. */
public record LeaseState(JsonNode object) {

  /** {@code MicroTime} of the API. */
  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String HOLDER = "holderIdentity";
  private static final String DURATION = "leaseDurationSeconds";
  private static final String ACQUIRED = "acquireTime";
  private static final String RENEWED = "renewTime";
  private static final String TRANSITIONS = "leaseTransitions";

  /** Who holds it; empty: nobody. */
  public String holder() {
    return Manifest.text(object, "spec", HOLDER);
  }

  public boolean free() {
    return holder().isEmpty();
  }

  /** Since when, as its holder says; empty when it does not. */
  public String acquired() {
    return Manifest.text(object, "spec", ACQUIRED);
  }

  /** For how long it is good after each renewal. */
  Duration duration(Duration fallback) {
    int seconds = object.path("spec").path(DURATION).asInt(0);
    return seconds > 0 ? Duration.ofSeconds(seconds) : fallback;
  }

  /** Whether nothing has happened to it between two looks. */
  boolean unchangedSince(LeaseState earlier) {
    return holder().equals(earlier.holder())
        && transitions() == earlier.transitions()
        && Manifest.text(object, "spec", RENEWED)
            .equals(Manifest.text(earlier.object, "spec", RENEWED));
  }

  private int transitions() {
    return object.path("spec").path(TRANSITIONS).asInt(0);
  }

  /** What a new one says that is held from now on. */
  static ObjectNode first(String holder, Duration duration, Instant now) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    hold(spec, holder, duration, now);
    return spec.put(TRANSITIONS, 0);
  }

  /** The same object, from now on held by somebody else. */
  ObjectNode takenOver(String holder, Duration duration, Instant now) {
    ObjectNode next = copy();
    ObjectNode spec = next.withObjectProperty("spec");
    hold(spec, holder, duration, now);
    spec.put(TRANSITIONS, transitions() + 1);
    return next;
  }

  private static void hold(ObjectNode spec, String holder, Duration duration, Instant now) {
    String time = MICRO_TIME.format(now);
    spec.put(HOLDER, holder).put(DURATION, Math.toIntExact(duration.toSeconds()));
    spec.put(ACQUIRED, time).put(RENEWED, time);
  }

  ObjectNode renewed(Instant now) {
    ObjectNode next = copy();
    next.withObjectProperty("spec").put(RENEWED, MICRO_TIME.format(now));
    return next;
  }

  /** The same object, held by nobody; what else it says stays to be seen. */
  ObjectNode released(Instant now) {
    ObjectNode next = renewed(now);
    next.withObjectProperty("spec").remove(HOLDER);
    return next;
  }

  private ObjectNode copy() {
    return (ObjectNode) object.deepCopy();
  }
}
