package dev.poolkeeper.tests.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names and sizes that both sides of a generated estate share. */
final class Names {

  static final String PARENT = "tank/k8s/vols";
  static final String DRIVER = "org.democratic-csi.nfs";
  static final long CREATED_SECONDS = 1_754_000_000L;

  private Names() {}

  static String claimUid(int index) {
    return UUID.nameUUIDFromBytes(("claim-" + index).getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String volume(int index) {
    return "pvc-" + claimUid(index);
  }

  static String dataset(int index) {
    return PARENT + "/" + volume(index);
  }

  /** Between 1 and 9 GiB, different from volume to volume. */
  static long usedBytes(int index) {
    return (1L << 30) + (index * 7_919L % 8192) * (1L << 20);
  }
}
