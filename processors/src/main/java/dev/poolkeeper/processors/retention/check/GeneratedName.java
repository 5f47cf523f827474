package dev.poolkeeper.processors.retention.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that a program gave, by their look. */
enum GeneratedName {
  TRUENAS("a TrueNAS task", "auto-\\d{4}-?\\d{2}-?\\d{2}.*"),
  SANOID("sanoid", "autosnap_\\d{4}-.*"),
  AUTO_SNAPSHOT("zfs-auto-snapshot", "zfs-auto-snap.*\\d{4}-.*"),
  ZREPL("zrepl", "zrepl_.*"),
  PYZNAP("pyznap", "pyznap_.*"),
  SYNCOID("syncoid", "syncoid_.*");

  private final String maker;
  private final Pattern pattern;

  GeneratedName(String maker, String pattern) {
    this.maker = maker;
    this.pattern = Pattern.compile(pattern);
  }

  static Optional<GeneratedName> of(String name) {
    return Arrays.stream(values())
        .filter(known -> known.pattern.matcher(name).matches())
        .findFirst();
  }

  /** Who gives such names. */
  String maker() {
    return maker;
  }
}
