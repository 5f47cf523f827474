package dev.poolkeeper.tests.simulator;

/** The methods that change something. */
final class ChangeMethods {

  private ChangeMethods() {}

  static void addTo(MethodTable table, NasState state) {}
}
