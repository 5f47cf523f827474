package dev.poolkeeper.processors.inventory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The release in a TrueNAS' version text, whose prefixes come and go and mean nothing. */
public record NasVersion(int major, int minor) {

  private static final Pattern VERSION =
      Pattern.compile("(?:[A-Za-z]+[-_ ])*v?(\\d{1,4})\\.(\\d{1,4})(?!\\d).*", Pattern.DOTALL);

  /** Empty when the text holds no release. */
  public static Optional<NasVersion> of(String text) {
    Matcher matcher = VERSION.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new NasVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  public boolean olderThan(int otherMajor, int otherMinor) {
    return major < otherMajor || (major == otherMajor && minor < otherMinor);
  }
}
