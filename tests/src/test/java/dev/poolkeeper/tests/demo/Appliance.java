package dev.poolkeeper.tests.demo;

/**
 * The two TrueNAS of the estate. They differ in release on purpose: methods and shapes of answers
 * changed between them.
 */
enum Appliance {
  NAS1("nas1", "192.0.2.10"),
  NAS2("nas2", "192.0.2.20");

  static final String IQN_BASE = "iqn.2005-10.org.freenas.ctl";

  private final String label;
  private final String address;

  Appliance(String label, String address) {
    this.label = label;
    this.address = address;
  }

  String label() {
    return label;
  }

  String address() {
    return address;
  }

  String portal() {
    return address + ":3260";
  }

  /** TrueNAS 25.10.1; the other one is TrueNAS SCALE 24.10.2. */
  boolean isGoldeye() {
    return this == NAS2;
  }
}
