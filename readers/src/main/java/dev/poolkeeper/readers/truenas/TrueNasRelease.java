package dev.poolkeeper.readers.truenas;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TrueNAS release: 13.0 (CORE), 24.10, 25.10, 26.0. Prefixes such as {@code TrueNAS-SCALE-} come
 * and go between releases and mean nothing.
 */
public record TrueNasRelease(int major, int minor) implements Comparable<TrueNasRelease> {

  /** The first release that lists snapshots from a transaction group on ({@code min_txg}). */
  public static final TrueNasRelease BLUEFIN = new TrueNasRelease(22, 12);

  /** The first release with JSON-RPC, and the first to call REST deprecated. */
  public static final TrueNasRelease FANGTOOTH = new TrueNasRelease(25, 4);

  /** The first release whose datasets show every user property as LOCAL. */
  public static final TrueNasRelease GOLDEYE = new TrueNasRelease(25, 10);

  /** The first release whose snapshot lists hide holds of others. */
  public static final TrueNasRelease TWENTY_SIX = new TrueNasRelease(26, 0);

  private static final int FIRST_SCALE = 20;
  private static final int NEWEST_KNOWN = 27;
  private static final Pattern VERSION =
      Pattern.compile("(?:[A-Za-z]+[-_ ])*v?(\\d{1,4})\\.(\\d{1,4})(?!\\d).*", Pattern.DOTALL);

  /** The release a version text names; empty when it names none. */
  public static Optional<TrueNasRelease> parse(String version) {
    Matcher matcher = VERSION.matcher(version.strip());
    return matcher.matches()
        ? Optional.of(
            new TrueNasRelease(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether it is of the line that is built on FreeBSD. */
  public boolean core() {
    return major < FIRST_SCALE;
  }

  /** Whether its answers have shapes that are known. */
  public boolean known() {
    return major <= NEWEST_KNOWN;
  }

  public boolean atLeast(TrueNasRelease other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(TrueNasRelease other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "%d.%02d".formatted(major, minor);
  }
}
