package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowMapper;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.truenas.AnswerFormats;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import dev.poolkeeper.readers.truenas.UserPropertyAnswers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists all datasets with the fewest and cheapest questions of each release, never page by page: an
 * offset makes the system list everything again.
 *
 * <p>Source: truenas-contract §1.7.
 */
final class DatasetListing {

  static final String DATASETS = "pool.dataset.query";
  static final String RESOURCES = "zfs.resource.query";

  private static final List<String> PROPERTIES =
      List.of(
          "used",
          "available",
          "usedbysnapshots",
          "usedbydataset",
          "usedbychildren",
          "usedbyrefreservation",
          "quota",
          "refquota",
          "volsize",
          "origin",
          "creation",
          "mountpoint",
          "readonly");
  private static final List<String> RESOURCE_PROPERTIES =
      List.of("referenced", "encryption", "keystatus");

  private final Connection nas;
  private final AnswerSink sink;

  DatasetListing(Connection nas, AnswerSink sink) {
    this.nas = nas;
    this.sink = sink;
  }

  void list() {
    if (nas.release().core()) {
      listTree(new NasCall(DATASETS, treeOptions(List.of())), userProperties());
    } else if (!nas.release().atLeast(TrueNasRelease.GOLDEYE)) {
      listTree(new NasCall(DATASETS, treeOptions(PROPERTIES)), UserPropertyAnswers.none());
    } else if (!nas.pools().isEmpty() && !listResources()) {
      nas.pools().forEach(pool -> listTree(ofPool(pool), UserPropertyAnswers.none()));
    }
  }

  /** CORE tells user properties apart from the datasets. */
  private UserPropertyAnswers userProperties() {
    RowSink answer = sink.answer(TrueNasMethods.USER_PROPERTIES, row -> List.of());
    UserPropertyAnswers kept = new UserPropertyAnswers(answer);
    nas.ask(
        NasCall.of(TrueNasMethods.USER_PROPERTIES),
        AnswerFormats::list,
        new BothSinks(kept, answer));
    return kept;
  }

  private void listTree(NasCall call, UserPropertyAnswers apart) {
    RowMapper mapper = TrueNasMappers.datasets(nas.told(), apart);
    nas.require(call, AnswerFormats.of(ObjectKind.DATASET), sink.answer(DATASETS, mapper));
  }

  private boolean listResources() {
    RowMapper mapper = TrueNasMappers.datasets(nas.told(), UserPropertyAnswers.none());
    ObjectNode argument = Json.object();
    nas.pools().forEach(argument.putArray("paths")::add);
    argument.put("get_children", true);
    argument.put("get_user_properties", true);
    PROPERTIES.forEach(argument.withArray("properties")::add);
    RESOURCE_PROPERTIES.forEach(argument.withArray("properties")::add);
    try {
      return nas.ask(
          NasCall.with(RESOURCES, argument),
          AnswerFormats.of(ObjectKind.DATASET),
          sink.answer(RESOURCES, mapper));
    } catch (QuestionRefused otherForm) {
      // a release that asks in another form still has the older method
      return false;
    }
  }

  /** The whole tree of every pool in one answer; {@code flat} would repeat each subtree. */
  private static List<JsonNode> treeOptions(List<String> properties) {
    ObjectNode options = Json.object();
    ObjectNode extra = options.putObject("extra").put("flat", false);
    if (!properties.isEmpty()) {
      properties.forEach(extra.putArray("properties")::add);
      extra.put("snapshots", false);
    }
    return List.of(Json.tree("[]"), options);
  }

  /** One pool, flat: building the tree takes these releases quadratic time. */
  private static NasCall ofPool(String pool) {
    ObjectNode options = Json.object();
    ObjectNode extra = options.putObject("extra");
    extra.put("flat", true).put("retrieve_children", false);
    PROPERTIES.forEach(extra.putArray("properties")::add);
    return new NasCall(DATASETS, List.of(Filters.equal("pool", pool), options));
  }
}
