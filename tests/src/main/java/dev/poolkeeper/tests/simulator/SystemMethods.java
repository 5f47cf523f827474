package dev.poolkeeper.tests.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the appliance says of itself. */
final class SystemMethods {

  private static final Duration UPTIME = Duration.ofDays(10);

  private final NasState state;
  private final Generation generation;
  private final Clock clock;
  private final Faults faults;

  private SystemMethods(NasState state, Generation generation, Clock clock, Faults faults) {
    this.state = state;
    this.generation = generation;
    this.clock = clock;
    this.faults = faults;
  }

  static void addTo(MethodTable table, NasState state, Clock clock, Faults faults) {
    SystemMethods methods = new SystemMethods(state, table.generation(), clock, faults);
    table.add("core.ping", "", params -> Answer.of(Trees.text("pong")));
    table.addQuery(
        "core.get_jobs",
        "",
        (filters, options) -> options.answer(state.list("core.get_jobs").stream().filter(filters)));
    table.add("system.version", "", params -> Answer.of(Trees.text(table.generation().version())));
    table.add(
        "system.version_short",
        "",
        params -> Answer.of(Trees.text(table.generation().shortVersion())));
    table.add("system.info", "READONLY_ADMIN", params -> Answer.of(methods.info()));
    table.add("system.host_id", "READONLY_ADMIN", params -> Answer.of(methods.hostId()));
    table.add("alert.list", "ALERT_LIST_READ", params -> Answer.rows(state.list("alert.list")));
  }

  private JsonNode hostId() {
    return state
        .document("system.host_id")
        .orElseGet(() -> Trees.text(HexFormat.of().formatHex(Trees.sha256(hostname()))));
  }

  private String hostname() {
    String name = Trees.text(recorded(), "hostname");
    return name.isEmpty() ? "truenas" : name;
  }

  private JsonNode recorded() {
    return state.document("system.info").orElseGet(Trees::object);
  }

  private ObjectNode info() {
    long now = clock.instant().plus(faults.clockOffset()).getEpochSecond() * 1000;
    ObjectNode info = Trees.object();
    info.put("version", generation.infoVersion());
    info.set("buildtime", Trees.date(1_738_087_200_000L));
    info.put("hostname", hostname()).put("physmem", 137_438_953_472L);
    info.put("model", "Example Xeon 16-Core").put("cores", 32).put("physical_cores", 16);
    info.set("loadavg", Trees.parse("[0.42,0.51,0.48]"));
    info.put("uptime", "10 days, 0:57:54.812293").put("uptime_seconds", 867_474.81);
    info.putNull("license").putNull("system_serial").putNull("system_product");
    recorded().properties().forEach(entry -> info.set(entry.getKey(), entry.getValue()));
    info.put("version", generation.infoVersion());
    info.set("boottime", Trees.date(now - UPTIME.toMillis()));
    info.set("datetime", Trees.date(now));
    info.putIfAbsent("timezone", Trees.text("UTC"));
    if (generation == Generation.CORE_13) {
      info.remove("physical_cores");
      info.putNull("ecc_memory").putNull("birthday");
    } else {
      info.putIfAbsent("ecc_memory", Trees.parse("true"));
    }
    return info;
  }
}
