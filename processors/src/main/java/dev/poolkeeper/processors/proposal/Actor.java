package dev.poolkeeper.processors.proposal;

import java.util.Locale;

/**
 * Who did something, and from where.
 *
 * @param name of a person, or {@code poolkeeper}
 * @param channel {@value #COMMAND}, {@code file}, {@code ticket}, {@code policy}, or the job's name
 */
public record Actor(String name, String channel) {

  /** The night's own run. */
  public static final Actor NIGHTLY = new Actor("poolkeeper", "nightly");

  /** The cleanup's. */
  public static final Actor CLEANUP = new Actor("poolkeeper", "cleanup");

  /** A rule of the configuration. */
  public static final Actor POLICY = new Actor("poolkeeper", "policy");

  /** The channel of whoever types it. */
  public static final String COMMAND = "command";

  public Actor {
    if (name.isBlank() || channel.isBlank()) {
      throw new IllegalArgumentException("an actor has a name and a channel");
    }
  }

  /** Whether it is the same person: letters' case and blanks around a name make no other. */
  boolean sameAs(Actor other) {
    return person().equals(other.person());
  }

  /** By what persons are counted. */
  String person() {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name + " (" + channel + ")";
  }
}
