package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code pool.dataset.query}: flat or as a tree, and what each release makes of the options. */
final class DatasetQuery {

  private final NasState state;
  private final Generation generation;

  DatasetQuery(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
  }

  Answer answer(Filters filters, QueryOptions options) {
    JsonNode extra = options.extra();
    DatasetShapes shapes = new DatasetShapes(generation, extra);
    boolean flat = extra.path("flat").asBoolean(true);
    boolean children = extra.path("retrieve_children").asBoolean(true);
    boolean modern = generation.atLeast(Generation.GOLDEYE_25_10);
    if (modern && options.isCount()) {
      // the count of 25.10 looks at no filter
      return options.answer(visible(state.datasets().values().stream()));
    }
    Stream<ObjectNode> rows;
    if (!children && !(modern ? !filters.isEmpty() : filters.namesIds())) {
      rows = roots().map(shapes::row);
    } else if (!children) {
      rows = visible(candidates(filters)).map(shapes::row);
    } else if (flat) {
      rows = repeated(filters, shapes);
    } else {
      rows = trees(filters, shapes);
    }
    return options.answer(rows.filter(filters));
  }

  private Stream<ObjectNode> roots() {
    return visible(state.datasets().values().stream())
        .filter(row -> !Trees.text(row, "id").contains("/"));
  }

  private Stream<ObjectNode> candidates(Filters filters) {
    ObjectNode only = state.datasets().get(filters.onlyId());
    if (!filters.onlyId().isEmpty()) {
      return only == null ? Stream.empty() : Stream.of(only);
    }
    return state.datasets().values().stream();
  }

  private Stream<ObjectNode> visible(Stream<ObjectNode> rows) {
    return rows.filter(row -> !InternalDatasets.hidden(generation, Trees.text(row, "id"), false));
  }

  /** The flat list, in which every row has all that is below it once more. */
  private Stream<ObjectNode> repeated(Filters filters, DatasetShapes shapes) {
    String only = filters.onlyId();
    if (!only.isEmpty()) {
      return tree(only, shapes).stream();
    }
    List<ObjectNode> flat = new ArrayList<>();
    roots()
        .forEach(root -> tree(Trees.text(root, "id"), shapes).forEach(tree -> flatten(tree, flat)));
    return flat.stream();
  }

  private static void flatten(ObjectNode tree, List<ObjectNode> flat) {
    flat.add(tree);
    tree.path("children").forEach(child -> flatten((ObjectNode) child, flat));
  }

  private Stream<ObjectNode> trees(Filters filters, DatasetShapes shapes) {
    String only = filters.onlyId();
    return only.isEmpty()
        ? roots().flatMap(root -> tree(Trees.text(root, "id"), shapes).stream())
        : tree(only, shapes).stream();
  }

  /** The row of a dataset with its children in it, or none where there is no such dataset. */
  private List<ObjectNode> tree(String id, DatasetShapes shapes) {
    Map<String, ObjectNode> rows = new LinkedHashMap<>();
    visible(state.tree(id))
        .forEach(
            dataset -> {
              String own = Trees.text(dataset, "id");
              ObjectNode row = shapes.row(dataset);
              ObjectNode parent = rows.get(own.substring(0, Math.max(0, own.lastIndexOf('/'))));
              if (parent != null) {
                DatasetShapes.adopt(parent, row);
              }
              rows.put(own, row);
            });
    return rows.values().stream().limit(1).toList();
  }
}
