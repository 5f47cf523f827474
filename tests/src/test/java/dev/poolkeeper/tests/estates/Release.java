package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.PropertySource;

/** How much a TrueNAS of a release tells about its datasets (contract 1, 4.3). */
enum Release {
  CORE_13("TrueNAS-13.0-U6"),
  ELECTRIC_EEL("TrueNAS-SCALE-24.10.2.4"),
  FANGTOOTH("25.04.2.1"),
  GOLDEYE("25.10.1"),
  V26("26.0.0");

  private final String version;

  Release(String version) {
    this.version = version;
  }

  String version() {
    return version;
  }

  /** Whether it tells when a dataset was made, its user properties, and whether it is read-only. */
  boolean tellsProperties() {
    return this != CORE_13;
  }

  /** The source as this release tells it; newer ones do not. */
  PropertySource told(PropertySource source) {
    return this == GOLDEYE || this == V26 ? PropertySource.UNKNOWN : source;
  }
}
