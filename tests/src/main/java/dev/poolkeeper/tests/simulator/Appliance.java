package dev.poolkeeper.tests.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The appliance behind its protocols: who may call what, and what comes of it. */
final class Appliance {

  private final NasState state;
  private final MethodTable table;
  private final Accounts accounts;
  private final Faults faults = new Faults();
  private final Pace pace;
  private final Clock clock = Clock.systemUTC();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<String> calls = new ArrayList<>();

  Appliance(NasState state, Generation generation, Pace pace, String seed) {
    this.state = state;
    this.pace = pace;
    this.table = new MethodTable(generation);
    this.accounts = new Accounts(seed, pace);
    SystemMethods.addTo(table, state, clock, faults);
    ReadMethods.addTo(table, state);
    ChangeMethods.addTo(table, state);
  }

  Generation generation() {
    return table.generation();
  }

  Accounts accounts() {
    return accounts;
  }

  Faults faults() {
    return faults;
  }

  Pace pace() {
    return pace;
  }

  Clock clock() {
    return clock;
  }

  MethodTable methods() {
    return table;
  }

  void note(String method) {
    synchronized (calls) {
      calls.add(method);
    }
  }

  List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Changes the state from outside, as other users of the appliance would. */
  void change(Consumer<NasState> change) {
    lock.writeLock().lock();
    try {
      change.accept(state);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Rows as they are now, in the form of this release. */
  List<ObjectNode> rows(String method) {
    return call(
        Rights.FULL_ADMIN,
        method,
        Trees.array(),
        answer -> {
          List<ObjectNode> rows = new ArrayList<>();
          JsonNode tree = Trees.parse(Trees.write(answer));
          tree.forEach(row -> rows.add((ObjectNode) row));
          return rows;
        });
  }

  /**
   * Calls a method.
   *
   * @param use what becomes of the answer; runs before anything can change
   */
  <T> T call(Rights rights, String method, JsonNode params, Function<Answer, T> use) {
    ApiMethod found = table.find(method).orElseThrow(() -> CallFailure.unknownMethod(method));
    if (!rights.allow(found.role())) {
      throw CallFailure.call(Errno.EACCES, "Not authorized");
    }
    boolean reads = Rights.READ_ONLY.allow(found.role());
    Lock held = reads ? lock.readLock() : lock.writeLock();
    held.lock();
    try {
      return use.apply(found.code().call(params));
    } finally {
      held.unlock();
    }
  }

  /** What {@code auth.me} says. */
  static ObjectNode me(Rights rights) {
    ObjectNode me = Trees.object().put("pw_name", Accounts.USERNAME).put("pw_gecos", "");
    me.put("pw_dir", "/var/empty").put("pw_shell", "/usr/sbin/nologin");
    me.put("pw_uid", 3000).put("pw_gid", 3000);
    me.putNull("grouplist").putNull("sid").put("source", "LOCAL").put("local", true);
    me.putObject("attributes");
    me.putObject("two_factor_config").put("provisioning_uri", "").put("secret_configured", false);
    ObjectNode privilege = me.putObject("privilege");
    privilege.putArray("allowlist");
    privilege.putObject("roles").set("$set", Trees.texts(rights.roles()));
    privilege.put("web_shell", rights == Rights.FULL_ADMIN).put("webui_access", true);
    me.set("account_attributes", Trees.texts(List.of("LOCAL", "API_KEY")));
    return me;
  }
}
