package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A TrueNAS of a given generation on two loopback ports, one with TLS and one without. It keeps
 * state: what is deleted is gone. Whatever the recording lacks and the generation has is empty or
 * made up in the same way each time.
 */
public final class TrueNasSimulator implements AutoCloseable {

  /** Stands in stack traces of errors; must not appear in any log, report or store. */
  public static final String PLANTED_SECRET = "planted-secret-3f1c9a";

  private final Appliance appliance;
  private final Serving serving;

  private TrueNasSimulator(Appliance appliance, Serving serving) {
    this.appliance = appliance;
    this.serving = serving;
  }

  /** Serves what a folder of {@code <method>.json} files says. */
  public static Draft of(Path folder, Generation generation) {
    return new Draft(NasFolder.read(folder), generation, Pace.quick(), 0);
  }

  /**
   * Serves rows, which become the simulator's.
   *
   * @param lists rows by method; a large list may make its rows while it is read
   * @param documents answers that are one value, such as {@code system.info}
   */
  public static Draft of(
      Map<String, ? extends Iterable<ObjectNode>> lists,
      Map<String, ? extends JsonNode> documents,
      Generation generation) {
    return new Draft(new NasState(lists, documents), generation, Pace.quick(), 0);
  }

  /** A simulator before it is started. */
  public static final class Draft {

    private final NasState state;
    private final Generation generation;
    private final Pace pace;
    private final int port;

    private Draft(NasState state, Generation generation, Pace pace, int port) {
      this.state = state;
      this.generation = generation;
      this.pace = pace;
      this.port = port;
    }

    /** With other waits than the quick ones. */
    public Draft pace(Pace other) {
      return new Draft(state, generation, other, port);
    }

    /** With this port for TLS instead of any free one. */
    public Draft port(int other) {
      return new Draft(state, generation, pace, other);
    }

    public TrueNasSimulator start(SimulatorTls tls) {
      Vertx vertx = Serving.vertx();
      Appliance appliance = new Appliance(state, generation, pace, generation.version());
      NasHttp http = new NasHttp(appliance, vertx);
      return new TrueNasSimulator(appliance, Serving.open(vertx, tls, port, http::handle));
    }
  }

  /** The address with TLS. */
  public String httpsUrl() {
    return "https://localhost:" + serving.securePort();
  }

  /** The address without TLS, where a login revokes its key from 25.04 on. */
  public String httpUrl() {
    return "http://localhost:" + serving.plainPort();
  }

  public String username() {
    return Accounts.USERNAME;
  }

  /** A key that may read everything. */
  public String apiKey() {
    return apiKey(Rights.READ_ONLY);
  }

  public String apiKey(Rights rights) {
    return appliance.accounts().key(rights);
  }

  public Generation generation() {
    return appliance.generation();
  }

  public Faults faults() {
    return appliance.faults();
  }

  /** The methods that were called, in the order in which they arrived. */
  public List<String> calls() {
    return appliance.calls();
  }

  /** The rows as they are now, as a query without filters shows them. */
  public List<ObjectNode> rows(String method) {
    return appliance.rows(method);
  }

  /** Whether the key came in clear text. */
  public boolean isRevoked(Rights rights) {
    return appliance.accounts().isRevoked(rights);
  }

  /** A dataset that somebody uses: it cannot be destroyed. */
  public void keepBusy(String dataset) {
    appliance.change(state -> state.keepBusy(dataset));
  }

  /** A service that has files of a dataset open. */
  public void openFiles(String dataset, String service) {
    appliance.change(state -> state.open(dataset, service));
  }

  /** Adds a row to a table, as another user of the appliance would: a session, a share. */
  public void put(String method, ObjectNode row) {
    appliance.change(state -> state.list(method).add(row));
  }

  /** Takes a row out of a table. */
  public void remove(String method, long id) {
    appliance.change(state -> state.list(method).removeIf(row -> row.path("id").asLong(-1) == id));
  }

  /** All there is, by a name for each object: to be compared with what there is later. */
  public SortedMap<String, String> everything() {
    SortedMap<String, String> all = new TreeMap<>();
    appliance.change(state -> all.putAll(state.everything()));
    return all;
  }

  /** A hold on a snapshot, set by somebody under a tag of theirs. */
  public void hold(String snapshot, String tag) {
    appliance.change(
        state -> state.snapshot(snapshot).orElseThrow().holds.put(tag, CreationOrder.EARLIEST));
  }

  /** A dataset becomes a clone of a snapshot. */
  public void makeClone(String dataset, String snapshot) {
    appliance.change(
        state ->
            Optional.ofNullable(state.datasets().get(dataset))
                .orElseThrow()
                .set("origin", Property.made("origin", snapshot, "NONE")));
  }

  /** From now on all keys are expired. */
  public void expireKeys() {
    appliance.accounts().expire();
  }

  /** From now on 26 denies the user its API. */
  public void denyApi() {
    appliance.accounts().deny();
  }

  /** From now on this is a standby node, and logins are sent to these addresses. */
  public void standBy(List<String> activeUrls) {
    appliance.accounts().standBy(activeUrls);
  }

  @Override
  public void close() {
    serving.close();
  }
}
