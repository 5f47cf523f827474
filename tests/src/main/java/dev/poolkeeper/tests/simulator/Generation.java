package dev.poolkeeper.tests.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A release of TrueNAS, with what tells it from the others on the wire. */
public enum Generation {
  CORE_13("13.0", "TrueNAS-13.0-U6.8", ""),
  BLUEFIN_22_12("22.12", "TrueNAS-SCALE-22.12.4.2", ""),
  ELECTRIC_EEL_24_10("24.10", "TrueNAS-SCALE-24.10.2.4", ""),
  FANGTOOTH_25_04("25.04", "TrueNAS-25.04.2.6", "v25.04.0 v25.04.1 v25.04.2"),
  GOLDEYE_25_10("25.10", "TrueNAS-25.10.1", "v25.04.0 v25.04.1 v25.04.2 v25.10.0 v25.10.1"),
  TWENTY_SIX("26", "TrueNAS-26.0.0-BETA.3", "v25.04.0 v25.04.1 v25.04.2 v25.10.0 v25.10.1 v26.0.0");

  private final String release;
  private final String version;
  private final String apiVersions;

  Generation(String release, String version, String apiVersions) {
    this.release = release;
    this.version = version;
    this.apiVersions = apiVersions;
  }

  /** The generation of a release as people write it, such as 25.10. */
  public static Generation ofRelease(String release) {
    for (Generation generation : values()) {
      if (generation.release.equals(release)) {
        return generation;
      }
    }
    throw new IllegalArgumentException("no release " + release + "; there are " + releases());
  }

  /** The generation that is nearest to a version as a recording states it. */
  static Generation ofVersion(String version) {
    Matcher numbers = Pattern.compile("(\\d+)\\.(\\d+)").matcher(version);
    if (!numbers.find()) {
      return GOLDEYE_25_10;
    }
    int number = Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2));
    if (number < 2000) {
      return CORE_13;
    }
    if (number < 2400) {
      return BLUEFIN_22_12;
    }
    if (number < 2504) {
      return ELECTRIC_EEL_24_10;
    }
    if (number < 2600) {
      return number < 2510 ? FANGTOOTH_25_04 : GOLDEYE_25_10;
    }
    return TWENTY_SIX;
  }

  /** All releases, as people write them. */
  public static String releases() {
    return Arrays.stream(values()).map(Generation::release).collect(Collectors.joining(", "));
  }

  public String release() {
    return release;
  }

  /** What {@code system.version} says. */
  public String version() {
    return version;
  }

  /** The version without the product's name. */
  String shortVersion() {
    return version.replaceFirst("^TrueNAS-(SCALE-)?", "");
  }

  /** What {@code system.info} says: the bare version from 25.04 on. */
  String infoVersion() {
    return atLeast(FANGTOOTH_25_04) ? shortVersion() : version;
  }

  List<String> apiVersions() {
    return List.of(apiVersions.split(" "));
  }

  public boolean atLeast(Generation other) {
    return compareTo(other) >= 0;
  }

  /** Whether it speaks JSON-RPC on {@code /api/current}. */
  public boolean speaksJsonRpc() {
    return atLeast(FANGTOOTH_25_04);
  }

  /** Whether it still speaks REST v2.0. */
  public boolean speaksRest() {
    return !atLeast(TWENTY_SIX);
  }

  /** How errno numbers are counted: FreeBSD or Linux. */
  int errno(Errno errno) {
    return this == CORE_13 ? errno.freeBsd() : errno.linux();
  }
}
