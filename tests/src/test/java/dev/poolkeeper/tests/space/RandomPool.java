package dev.poolkeeper.tests.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A tree of datasets as ZFS would account it, with things that are in no listed dataset: internal
 * datasets that TrueNAS leaves out, and reservations of children that are not filled.
 */
final class RandomPool {

  /** Whom a dataset serves by itself; none inherits only {@link #VOLUME}. */
  enum Role {
    NONE,
    VOLUME,
    SHARED,
    UNCLAIMED
  }

  /** A dataset; {@code unlisted} is what lies inside it and in no listed dataset. */
  record Node(
      String path,
      long data,
      long snapshots,
      long reserved,
      long unlisted,
      Role role,
      String cluster,
      List<Node> children) {

    long childrenBytes() {
      return unlisted + children.stream().mapToLong(Node::used).sum();
    }

    long used() {
      return data + snapshots + reserved + childrenBytes();
    }

    long own() {
      return data + snapshots + reserved;
    }
  }

  private static final List<Role> ROLES = List.of(Role.values());

  private final Random random;
  private final Node root;
  private final List<Node> nodes = new ArrayList<>();

  RandomPool(String name, long seed) {
    this.random = new Random(seed);
    this.root = node(name, 0);
  }

  private Node node(String path, int depth) {
    List<Node> children = new ArrayList<>();
    int count = depth == 0 ? 2 + random.nextInt(4) : Math.max(0, random.nextInt(6 - depth) - 1);
    for (int i = 0; i < count; i++) {
      children.add(node(path + "/d" + i, depth + 1));
    }
    Node node =
        new Node(
            path,
            random.nextLong(1L << 40),
            random.nextInt(3) == 0 ? random.nextLong(1L << 38) : 0,
            random.nextInt(4) == 0 ? random.nextLong(1L << 38) : 0,
            random.nextInt(3) == 0 ? random.nextLong(1L << 30) : 0,
            depth == 0 ? Role.NONE : ROLES.get(random.nextInt(ROLES.size())),
            random.nextBoolean() ? "prod-a" : "prod-b",
            children);
    nodes.add(node);
    return node;
  }

  Node root() {
    return root;
  }

  List<Node> nodes() {
    return nodes;
  }

  /**
   * Own space by category and cluster, found from the top.
   *
   * @param partsTold whether usedbychildren is told; else what is not listed counts as a dataset's
   *     own
   */
  Map<String, Long> expected(boolean partsTold) {
    Map<String, Long> sums = new TreeMap<>();
    add(root, "", partsTold, sums);
    return sums;
  }

  private static void add(Node node, String enclosing, boolean partsTold, Map<String, Long> sums) {
    String inside = node.role() == Role.VOLUME ? node.cluster() : enclosing;
    String category =
        switch (node.role()) {
          case VOLUME -> "volume " + node.cluster();
          case SHARED -> "shared " + node.cluster();
          case UNCLAIMED -> "unclaimed ";
          case NONE -> inside.isEmpty() ? "other " : "volume " + inside;
        };
    sums.merge(category, node.own() + (partsTold ? 0 : node.unlisted()), Long::sum);
    node.children().forEach(child -> add(child, inside, partsTold, sums));
  }

  /** What no listed dataset accounts for. */
  long unlisted() {
    return nodes.stream().mapToLong(Node::unlisted).sum();
  }
}
