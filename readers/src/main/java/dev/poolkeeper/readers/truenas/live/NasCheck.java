package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.NetworkCheck;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tries everything a night needs of a NAS, and says line by line how it went. */
final class NasCheck {

  private final NasAccess access;
  private final Clock clock;
  private final Consumer<CheckLine> lines;
  private final Questions questions;
  private final List<String> steps =
      new ArrayList<>(List.of("network", "TLS", "API", "login", "rights", "clock"));

  NasCheck(NasAccess access, Clock clock, Consumer<CheckLine> lines) {
    this.access = access;
    this.clock = clock;
    this.lines = lines;
    this.questions = new Questions(access, ObservationRegistry.NOOP);
  }

  void run() {
    try {
      network();
      try (Connection nas = connect()) {
        ok("API", nas.api());
        ok("login", access.username().map(name -> "as " + name).orElse("with an API key"));
        release(nas);
        rights(nas);
        clock(nas);
      }
    } catch (SourceFailure failure) {
      failed(failure);
    }
    steps.forEach(
        step -> lines.accept(CheckLine.skipped(access.name(), step, "something before it failed")));
  }

  private void network() {
    NetworkCheck network = new NetworkCheck(access.name(), Questions.peer(access), clock);
    lines.accept(network.connect());
    steps.remove("network");
    lines.accept(network.certificate(trust()));
    steps.remove("TLS");
  }

  private NetworkCheck.Trust trust() {
    return new NetworkCheck.Trust(
        NasConnector.trust(access, questions),
        access.trust() instanceof TlsTrust.Insecure ? Optional.of("insecure") : Optional.empty());
  }

  private void failed(SourceFailure failure) {
    if (failure.where().startsWith("login")) {
      ok("API", "JSON-RPC");
    }
    String step = steps.isEmpty() ? "clock" : steps.remove(0);
    lines.accept(CheckLine.failed(access.name(), step, failure));
  }

  private Connection connect() {
    return new NasConnector(access, questions).connect();
  }

  private void release(Connection nas) {
    if (nas.told().filter(TrueNasRelease::known).isEmpty()) {
      lines.accept(
          CheckLine.warning(
              access.name(),
              "release",
              nas.version() + " is not known to this poolkeeper",
              "verdicts of this NAS are withheld; use a newer poolkeeper"));
    }
    if (nas.rest() && nas.release().atLeast(TrueNasRelease.FANGTOOTH)) {
      lines.accept(
          CheckLine.warning(
              access.name(),
              "release",
              "REST is deprecated since 25.04, and 25.10 raises an alert for each day of its use",
              "set api: auto or api: jsonrpc"));
    }
  }

  private void rights(Connection nas) {
    List<SourceFailure> refused = new RightsProbe(nas).refused();
    refused.forEach(
        failure ->
            lines.accept(
                CheckLine.failed(
                    access.name(),
                    "rights: " + failure.where().replaceFirst(" on .*", ""),
                    failure)));
    steps.remove("rights");
    if (refused.isEmpty()) {
      ok("rights", "all lists can be read");
    }
    tooMuch(nas)
        .ifPresent(
            roles ->
                lines.accept(
                    CheckLine.warning(
                        access.name(),
                        "rights",
                        "the key's user is " + roles + ", which may change and destroy",
                        "use a user with the role READONLY_ADMIN only")));
  }

  /** The role that a reader should not have; empty when there is none, or none is told. */
  private static Optional<String> tooMuch(Connection nas) {
    if (nas.rest()) {
      return Optional.empty();
    }
    Set<String> names = NasRoles.held(nas);
    return names.contains("FULL_ADMIN") ? Optional.of("FULL_ADMIN") : Optional.empty();
  }

  private void clock(Connection nas) {
    ClockSkew skew = new ClockSkew(clock);
    skew.row("", nas.small(NasCall.of("system.info")));
    try {
      skew.judge(questions.where("system.info"));
      ok(
          "clock",
          skew.ahead()
              .map(Duration::abs)
              .map(off -> "%d s from ours".formatted(off.toSeconds()))
              .orElse("not told"));
    } catch (SourceFailure failure) {
      steps.remove("clock");
      lines.accept(CheckLine.failed(access.name(), "clock", failure));
    }
  }

  private void ok(String step, String seen) {
    steps.remove(step);
    lines.accept(CheckLine.ok(access.name(), step, seen));
  }
}
