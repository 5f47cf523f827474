package dev.poolkeeper.tests.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API keys of the appliance, what became of them, and how often somebody logged in. */
final class Accounts {

  private static final int LOGINS_PER_WINDOW = 20;

  static final String USERNAME = "poolkeeper";

  private final Map<Rights, String> keys = new EnumMap<>(Rights.class);
  private final Set<Rights> revoked = EnumSet.noneOf(Rights.class);
  private final Map<String, Deque<Instant>> logins = new HashMap<>();
  private final Pace pace;
  private boolean expired;
  private boolean denied;
  private List<String> activeNode = List.of();

  Accounts(String seed, Pace pace) {
    this.pace = pace;
    int id = 1;
    for (Rights rights : Rights.values()) {
      keys.put(rights, id++ + "-" + HexFormat.of().formatHex(Trees.sha256(seed + rights)));
    }
  }

  String key(Rights rights) {
    return keys.getOrDefault(rights, "");
  }

  synchronized void expire() {
    expired = true;
  }

  synchronized void deny() {
    denied = true;
  }

  synchronized void standBy(List<String> urls) {
    activeNode = List.copyOf(urls);
  }

  synchronized List<String> activeNode() {
    return activeNode;
  }

  synchronized boolean isRevoked(Rights rights) {
    return revoked.contains(rights);
  }

  /** The rights of a key that is known, not revoked and not expired. */
  synchronized Optional<Rights> rightsOf(String key) {
    return known(key).filter(rights -> !expired && !revoked.contains(rights));
  }

  private Optional<Rights> known(String key) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().equals(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * What a login with a key says: SUCCESS, AUTH_ERR, EXPIRED, REDIRECT or DENIED. A good key that
   * came in clear text is revoked at once.
   */
  synchronized String login(String key, boolean secure, Generation generation) {
    if (!activeNode.isEmpty()) {
      return "REDIRECT";
    }
    Optional<Rights> known = known(key);
    if (known.isEmpty()) {
      return "AUTH_ERR";
    }
    if (expired || revoked.contains(known.get())) {
      return "EXPIRED";
    }
    if (!secure) {
      revoked.add(known.get());
      return "EXPIRED";
    }
    return denied && generation.atLeast(Generation.TWENTY_SIX) ? "DENIED" : "SUCCESS";
  }

  /** Whether one more unauthenticated call of this method is too many. */
  synchronized boolean isTooFrequent(String method, Instant now) {
    Deque<Instant> times = logins.computeIfAbsent(method, unused -> new ArrayDeque<>());
    while (!times.isEmpty() && times.peek().isBefore(now.minus(pace.loginWindow()))) {
      times.poll();
    }
    times.add(now);
    return times.size() > LOGINS_PER_WINDOW;
  }
}
