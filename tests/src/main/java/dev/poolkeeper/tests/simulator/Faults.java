package dev.poolkeeper.tests.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults that were asked for. A subject is a method of TrueNAS ({@code pool.dataset.query}) or
 * a plural of Kubernetes ({@code persistentvolumes}); {@link #CONNECT} is the handshake and {@link
 * #PROBE} what a client asks before it logs in. What is to happen once happens before what always
 * happens, and what is said of a subject before what is said of any.
 */
public final class Faults {

  /** The opening of a WebSocket. */
  public static final String CONNECT = "connect";

  /** {@code /api/versions} of TrueNAS, {@code /version} of Kubernetes. */
  public static final String PROBE = "probe";

  private static final String ANY = "*";
  private static final String NEXT_PAGE = "?continue";

  private final Map<String, Deque<Fault>> once = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();
  private Duration clockOffset = Duration.ZERO;

  /** The second and later pages of a plural, such as for 410 on a continue token. */
  public static String nextPage(String plural) {
    return plural + NEXT_PAGE;
  }

  /** The next answer of this subject goes wrong; asked for twice, the next two. */
  public synchronized Faults once(String subject, Fault fault) {
    once.computeIfAbsent(subject, unused -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /** The next so many answers of this subject go wrong. */
  public synchronized Faults times(int times, String subject, Fault fault) {
    for (int i = 0; i < times; i++) {
      once(subject, fault);
    }
    return this;
  }

  public synchronized Faults always(String subject, Fault fault) {
    always.put(subject, fault);
    return this;
  }

  /** The next answer of whichever subject, except connections and probes. */
  public synchronized Faults onceAny(Fault fault) {
    return once(ANY, fault);
  }

  public synchronized Faults alwaysAny(Fault fault) {
    return always(ANY, fault);
  }

  /** How far the clock that the server shows is ahead of the real one. */
  public synchronized Faults clockOffset(Duration offset) {
    clockOffset = offset;
    return this;
  }

  /** Everything is well again. */
  public synchronized void clear() {
    once.clear();
    always.clear();
    clockOffset = Duration.ZERO;
  }

  synchronized Duration clockOffset() {
    return clockOffset;
  }

  /** Whether a subject is always answered with 403. */
  synchronized boolean forbids(String subject) {
    Fault fault = always.get(subject);
    return fault != null && fault.kind() == Fault.Kind.STATUS && fault.status() == 403;
  }

  /** The fault of the next answer of this subject, which is used up if it is for once. */
  synchronized Optional<Fault> next(String subject) {
    List<String> subjects = new ArrayList<>(List.of(subject));
    if (subject.endsWith(NEXT_PAGE)) {
      subjects.add(subject.substring(0, subject.length() - NEXT_PAGE.length()));
    }
    if (!subject.equals(CONNECT) && !subject.equals(PROBE)) {
      subjects.add(ANY);
    }
    for (String key : subjects) {
      Deque<Fault> queue = once.get(key);
      Fault fault = queue == null || queue.isEmpty() ? always.get(key) : queue.poll();
      if (fault != null) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
