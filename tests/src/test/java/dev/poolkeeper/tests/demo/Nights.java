package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The ten recorded nights. Each is captured at 02:00 UTC. */
final class Nights {
  static final LocalDate FIRST = LocalDate.of(2026, 2, 2);
  static final LocalDate LAST = FIRST.plusDays(9);
  static final List<LocalDate> ALL = FIRST.datesUntil(LAST.plusDays(1)).toList();

  /** On this night nas2 did not answer sharing.nfs.query. */
  static final LocalDate NFS_SHARES_UNREAD = february(6);

  /** On this night edge-b listed almost no persistent volumes. */
  static final LocalDate VOLUMES_CUT_SHORT = february(8);

  private Nights() {}

  static LocalDate february(int day) {
    return LocalDate.of(2026, 2, day);
  }

  static Instant capturedAt(LocalDate night) {
    return night.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
  }
}
