package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.live.LiveNas;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.Rights;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import dev.poolkeeper.tests.support.SmallEstate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong with a NAS is said in one clear line, in {@code check} and in the capture. */
@NullUnmarked // each test starts the system it needs
class NasBadInputIT {

  @TempDir private Path folder;
  private SimulatorTls tls = SimulatorTls.valid();
  private TrueNasSimulator nas;

  private TrueNasSimulator start(Generation generation) {
    Path estate = SmallEstate.ofHealthyVolumes(2).write(folder.resolve("estate"), "2026-02-11");
    nas = TrueNasSimulator.of(estate.resolve("nas/nas1"), generation).start(tls);
    return nas;
  }

  @AfterEach
  void stop() {
    if (nas != null) {
      nas.close();
    }
  }

  private NasAccess access() {
    return LiveParts.access(nas, tls.caFile(folder.resolve("ca.crt")));
  }

  private static NasAccess at(NasAccess access, String url) {
    return new NasAccess(
        access.name(),
        URI.create(url),
        access.username(),
        access.apiKey(),
        access.api(),
        access.trust(),
        Duration.ofSeconds(2),
        access.deadline());
  }

  private NasAccess withKey(String key) {
    NasAccess access = access();
    return new NasAccess(
        access.name(),
        access.url(),
        access.username(),
        new Secret(key),
        access.api(),
        access.trust(),
        access.callTimeout(),
        access.deadline());
  }

  private static List<CheckLine> check(NasAccess access) {
    List<CheckLine> lines = new ArrayList<>();
    LiveParts.open(access).check(lines::add);
    return lines;
  }

  private static CheckLine failed(NasAccess access) {
    List<CheckLine> failed =
        check(access).stream().filter(line -> line.outcome() == Outcome.FAILED).toList();
    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).next()).isNotEmpty();
    return failed.get(0);
  }

  private static Capture capture(NasAccess access, ObjectKind kind) {
    try (LiveNas live = LiveParts.open(access)) {
      return LiveParts.read(live, "nas1", kind).capture();
    }
  }

  private static String problem(Capture capture) {
    assertThat(capture.status()).isNotEqualTo(CaptureStatus.COMPLETE);
    assertThat(capture.problems()).hasSize(1);
    return capture.problems().get(0).toString();
  }

  private void said(NasAccess access, String step, String words) {
    CheckLine line = failed(access);
    assertThat(line.what()).isEqualTo(step);
    assertThat(line.seen()).contains(words);
    assertThat(problem(capture(access, ObjectKind.POOL))).contains(words);
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void healthySystemPassesEveryCheck(Generation generation) {
    start(generation);

    assertThat(check(access()))
        .allSatisfy(line -> assertThat(line.outcome()).as(line.toString()).isEqualTo(Outcome.OK))
        .extracting(CheckLine::what)
        .containsExactly("network", "TLS", "API", "login", "rights", "clock");
  }

  @Test
  void unknownHost() {
    start(Generation.GOLDEYE_25_10);

    said(at(access(), "https://nas1.invalid"), "network", "unknown");
  }

  @Test
  void wrongPort() {
    start(Generation.GOLDEYE_25_10);

    said(at(access(), "https://localhost:1"), "network", "refuses connections");
  }

  @Test
  void plainHttpWhereTlsIsExpected() {
    start(Generation.GOLDEYE_25_10);

    said(at(access(), nas.httpUrl().replace("http://", "https://")), "TLS", "speaks no TLS");
    assertThat(nas.isRevoked(Rights.READ_ONLY)).isFalse();
  }

  @Test
  void clearTextIsRefusedBeforeAnythingIsSent() {
    start(Generation.GOLDEYE_25_10);

    assertThat(problem(capture(at(access(), nas.httpUrl()), ObjectKind.POOL)))
        .contains("clear text; nothing was sent", "revoke");
    assertThat(nas.calls()).isEmpty();
    assertThat(nas.isRevoked(Rights.READ_ONLY)).isFalse();
  }

  @Test
  void expiredCertificate() {
    tls = SimulatorTls.expired();
    start(Generation.GOLDEYE_25_10);

    said(access(), "TLS", "has expired");
  }

  @Test
  void certificateOfAnotherHost() {
    tls = SimulatorTls.wrongHost();
    start(Generation.GOLDEYE_25_10);

    said(access(), "TLS", "is made for another host");
  }

  @Test
  void certificateOfAForeignAuthority() {
    tls = SimulatorTls.foreignAuthority();
    start(Generation.GOLDEYE_25_10);

    said(access(), "TLS", "comes from an authority that is not trusted");
  }

  @Test
  void pinnedCertificateIsBelievedWhateverItSays() {
    tls = SimulatorTls.expired();
    start(Generation.GOLDEYE_25_10);
    NasAccess pinned = LiveParts.access(nas, new TlsTrust.Pinned(tls.sha256()));

    assertThat(capture(pinned, ObjectKind.POOL).status()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void otherCertificateThanThePinnedOne() {
    start(Generation.GOLDEYE_25_10);
    NasAccess pinned = LiveParts.access(nas, new TlsTrust.Pinned("ab".repeat(32)));

    said(pinned, "TLS", "SHA-256 fingerprint");
  }

  @Test
  void insecureConnectionIsNamed() {
    tls = SimulatorTls.foreignAuthority();
    start(Generation.GOLDEYE_25_10);
    NasAccess insecure = LiveParts.access(nas, new TlsTrust.Insecure());
    try (LiveNas live = LiveParts.open(insecure)) {
      assertThat(LiveParts.read(live, "nas1", ObjectKind.POOL).capture().status())
          .isEqualTo(CaptureStatus.COMPLETE);
      assertThat(live.contact().remarks()).singleElement().asString().contains("not verified");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"FANGTOOTH_25_04", "GOLDEYE_25_10", "TWENTY_SIX"})
  void wrongKey(Generation generation) {
    start(generation);

    said(withKey("1-wrong"), "login", "wrong API key");
  }

  @Test
  void wrongKeyOverRest() {
    start(Generation.ELECTRIC_EEL_24_10);

    said(withKey("1-wrong"), "API", "the API key was refused: Invalid API key");
  }

  @Test
  void revokedKey() {
    start(Generation.GOLDEYE_25_10);
    nas.expireKeys();

    said(access(), "login", "has expired or was revoked");
  }

  @Test
  void keyWithoutTheRightToSomeLists() {
    start(Generation.GOLDEYE_25_10);
    NasAccess limited = withKey(nas.apiKey(Rights.LIMITED));

    assertThat(problem(capture(limited, ObjectKind.REPLICATION_TASK)))
        .contains("replication.query on nas1", "may not ask this", "READONLY_ADMIN");
    assertThat(capture(limited, ObjectKind.DATASET).status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(check(limited))
        .filteredOn(line -> line.outcome() == Outcome.FAILED)
        .extracting(CheckLine::what)
        .contains("rights: replication.query", "rights: alert.list");
  }

  @Test
  void keyThatMayDestroyIsWarnedOf() {
    start(Generation.GOLDEYE_25_10);

    assertThat(check(withKey(nas.apiKey(Rights.FULL_ADMIN))))
        .filteredOn(line -> line.outcome() == Outcome.WARNING)
        .singleElement()
        .satisfies(line -> assertThat(line.seen()).contains("FULL_ADMIN"));
  }

  @Test
  void standbyNodeLeadsToTheActiveOne() {
    start(Generation.GOLDEYE_25_10);
    Path estate = folder.resolve("estate/nas/nas1");
    try (TrueNasSimulator standby =
        TrueNasSimulator.of(estate, Generation.GOLDEYE_25_10).start(tls)) {
      standby.standBy(List.of(nas.httpsUrl()));
      NasAccess access = LiveParts.access(standby, tls.caFile(folder.resolve("ca.crt")));
      NasAccess sameKey = at(withKey(nas.apiKey()), standby.httpsUrl());

      assertThat(capture(sameKey, ObjectKind.POOL).status())
          .as(access.toString())
          .isEqualTo(CaptureStatus.COMPLETE);
      assertThat(nas.calls()).contains("pool.query");
    }
  }

  @Test
  void standbyNodeThatNamesNoUsableAddressIsRefused() {
    start(Generation.GOLDEYE_25_10);
    nas.standBy(List.of("http://nas.example.com", "https://a:b:c", "https://under_score.example"));

    said(access(), "login", "it names no active one");
  }

  @Test
  void missingUserNameIsOnlyMissedByNewReleases() {
    start(Generation.GOLDEYE_25_10);
    NasAccess access = access();
    NasAccess unnamed =
        new NasAccess(
            access.name(),
            access.url(),
            Optional.empty(),
            access.apiKey(),
            access.api(),
            access.trust(),
            access.callTimeout(),
            access.deadline());

    assertThat(capture(unnamed, ObjectKind.POOL).status()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void pageOfAProxyEverywhere() {
    start(Generation.GOLDEYE_25_10);
    nas.faults().always(dev.poolkeeper.tests.simulator.Faults.PROBE, Fault.html(200));
    nas.faults().alwaysAny(Fault.html(200));

    said(access(), "API", "an HTML page");
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void listThatIsCutInTheMiddle(Generation generation) {
    start(generation);
    nas.faults().always("sharing.nfs.query", Fault.dropMidway());

    Capture capture = capture(access(), ObjectKind.NFS_SHARE);

    assertThat(problem(capture)).contains("sharing.nfs.query on nas1");
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void listThatEndsTooSoon(Generation generation) {
    start(generation);
    nas.faults().always("pool.snapshottask.query", Fault.cutShort());

    assertThat(problem(capture(access(), ObjectKind.SNAPSHOT_TASK)))
        .contains("the answer ends in the middle");
  }

  @Test
  void clockTwoHoursOff() {
    start(Generation.GOLDEYE_25_10);
    nas.faults().clockOffset(Duration.ofHours(2));

    Capture capture = capture(access(), ObjectKind.NAS_SYSTEM);
    assertThat(capture.status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(problem(capture)).containsPattern("its clock is (1 h 59|2 h 0) min ahead of ours");
    assertThat(failed(access()).what()).isEqualTo("clock");
  }

  @Test
  void failureToConnectIsNotRepeatedKindByKind() {
    start(Generation.GOLDEYE_25_10);
    try (LiveNas live = LiveParts.open(withKey("1-wrong"))) {
      for (ObjectKind kind : ObjectKind.of(dev.poolkeeper.processors.inventory.Side.NAS)) {
        assertThat(LiveParts.read(live, "nas1", kind).capture().status())
            .isEqualTo(CaptureStatus.FAILED);
      }
    }
    assertThat(nas.calls().stream().filter("auth.login_ex"::equals)).hasSize(1);
  }
}
