package dev.poolkeeper.tests.demo;

import java.util.List;
import java.util.stream.IntStream;

/** The two Kubernetes clusters and their nodes. */
enum Cluster {
  PROD_A("prod-a", 6, 100),
  EDGE_B("edge-b", 3, 200);

  private final String label;
  private final int nodeCount;
  private final int firstAddress;

  Cluster(String label, int nodeCount, int firstAddress) {
    this.label = label;
    this.nodeCount = nodeCount;
    this.firstAddress = firstAddress;
  }

  String label() {
    return label;
  }

  List<String> nodes() {
    return IntStream.rangeClosed(1, nodeCount)
        .mapToObj(number -> label + "-node-" + number)
        .toList();
  }

  String addressOf(String node) {
    return "198.51.100." + (firstAddress + 1 + nodes().indexOf(node));
  }

  String initiatorOf(String node) {
    return "iqn.1993-08.org.debian:01:" + Draw.hex(node).substring(0, 12);
  }
}
