package dev.poolkeeper.tests.space;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.processors.space.PinnedSnapshot;
import dev.poolkeeper.processors.space.PoolShare;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.readers.ledger.SpaceMarts.NightSpace;
import dev.poolkeeper.tests.space.RandomPool.Node;
import dev.poolkeeper.tests.space.RandomPool.Role;
import dev.poolkeeper.tests.space.SpaceLedger.Figures;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The marts of space against what a tree of datasets really holds, and in every odd case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpaceIT {

  private static final int POOLS = 24;
  private static final long AVAILABLE = 1L << 42;

  private static final Map<String, RandomPool> RANDOM = random();

  private SpaceLedger ledger;
  private NightSpace night;

  /** Half of them on a system that tells used only, as CORE does. */
  private static Map<String, RandomPool> random() {
    Map<String, RandomPool> pools = new TreeMap<>();
    for (int seed = 0; seed < POOLS; seed++) {
      String nas = seed % 2 == 0 ? "nas1" : "nas2";
      String name = "p" + seed;
      pools.put(nas + "/pools/" + name, new RandomPool(name, seed));
    }
    return pools;
  }

  static Stream<String> randomPools() {
    return RANDOM.keySet().stream();
  }

  @BeforeAll
  void write(@TempDir Path folder) {
    ledger = new SpaceLedger(folder);
    RANDOM.forEach((subject, pool) -> write(subject.substring(0, 4), pool));
    clones();
    nonsense();
    night = ledger.read();
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  private void write(String nas, RandomPool pool) {
    ledger.pool(nas, pool.root().path());
    for (Node node : pool.nodes()) {
      boolean told = nas.equals("nas1");
      String dataset = nas + "/datasets/" + node.path();
      String name = node.path().replace('/', '-');
      ledger.dataset(
          nas,
          node.path(),
          "",
          new Figures(
              node.used(),
              AVAILABLE,
              told ? node.data() : null,
              told ? node.snapshots() : null,
              told ? node.childrenBytes() : null,
              told ? node.reserved() : null,
              null));
      if (node.role() == Role.VOLUME) {
        ledger.volume(node.cluster(), name, "confirmed", dataset, 1L << 40);
      } else if (node.role() == Role.SHARED) {
        ledger.volume(node.cluster(), name, "referenced", dataset, 1L << 40);
      } else if (node.role() == Role.UNCLAIMED) {
        ledger.leftover(dataset);
      }
    }
  }

  private void clones() {
    ledger.pool("nas1", "clones");
    ledger.dataset("nas1", "clones", "", new Figures(1000L, 500L, 0L, 0L, 1000L, 0L, null));
    ledger.dataset("nas1", "clones/src", "", new Figures(900L, 500L, 600L, 300L, 0L, 0L, 800L));
    ledger.dataset(
        "nas1", "clones/copy", "clones/src@s1", new Figures(60L, 500L, 460L, 0L, 0L, 0L, 800L));
    ledger.dataset(
        "nas1", "clones/other", "clones/src@s2", new Figures(40L, 500L, 440L, 0L, 0L, 0L, null));
    ledger.snapshot("nas1", "clones/src@s1", 50, 400);
    ledger.snapshot("nas1", "clones/src@s2", 70, 400);
    ledger.volume("prod-a", "src", "confirmed", "nas1/datasets/clones/src", 800);
    ledger.volume("prod-b", "src-too", "probable", "nas1/datasets/clones/src", 900);
    ledger.volume("prod-a", "copy", "confirmed", "nas1/datasets/clones/copy", 800);
  }

  private void nonsense() {
    long most = Long.MAX_VALUE;
    ledger.pool("nas1", "huge");
    ledger.dataset("nas1", "huge", "", new Figures(0L, most, most, most, most, most, most));
    ledger.dataset("nas1", "huge/a", "", new Figures(most, most, most, 0L, 0L, 0L, most));
    ledger.dataset("nas1", "huge/b", "", new Figures(most, most, most, 0L, 0L, 0L, most));
    ledger.volume("prod-a", "huge-a", "confirmed", "nas1/datasets/huge/a", most);
    ledger.volume("prod-a", "huge-b", "confirmed", "nas1/datasets/huge/b", most);
    ledger.pool("nas1", "silent");
    ledger.dataset("nas1", "silent", "", new Figures(null, null, null, null, null, null, null));
  }

  private PoolSpace pool(String subject) {
    return night.estate().pools().stream()
        .filter(pool -> pool.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private VolumeLine volume(String name) {
    return night.volumeLines().stream()
        .filter(line -> line.subject().endsWith("/" + name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("randomPools")
  void sharesAreWhatTheTreeHoldsAndTheRestIsTheRemainder(String subject) {
    RandomPool random = requireNonNull(RANDOM.get(subject));
    boolean told = subject.startsWith("nas1");
    PoolSpace space = pool(subject);
    Map<String, Long> shares = new TreeMap<>();
    space
        .shares()
        .forEach(s -> shares.put(s.category() + " " + s.clusters(), s.bytes().orElseThrow()));

    assertThat(shares).isEqualTo(random.expected(told));
    assertThat(space.remainderBytes()).hasValue(told ? random.unlisted() : 0);
    assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(random.root().used() - space.remainderBytes().orElseThrow());
    assertThat(space.usableBytes()).hasValue(random.root().used() + AVAILABLE);
  }

  @ParameterizedTest
  @MethodSource("randomPools")
  void volumesHaveTheWaterfallOfTheirDataset(String subject) {
    boolean told = subject.startsWith("nas1");
    for (Node node : requireNonNull(RANDOM.get(subject)).nodes()) {
      if (node.role() == Role.VOLUME) {
        VolumeLine line = volume(node.path().replace('/', '-'));
        assertThat(line.usedBytes()).hasValue(node.used());
        assertThat(line.writtenBytes()).isEqualTo(figure(told, node.data()));
        assertThat(line.childrenBytes()).isEqualTo(figure(told, node.childrenBytes()));
        assertThat(line.hiddenBytes()).isEqualTo(figure(told, node.used() - node.data()));
        assertThat(line.spaceUnknown().isPresent()).isEqualTo(!told);
      }
    }
  }

  private static OptionalLong figure(boolean told, long bytes) {
    return told ? OptionalLong.of(bytes) : OptionalLong.empty();
  }

  @Test
  void pinsAreBoundedByUniqueSpaceAndByAllSnapshots() {
    VolumeLine source = volume("src");

    assertThat(source.pinnedSnapshots()).isEqualTo(2);
    assertThat(source.clones()).isEqualTo(2);
    assertThat(source.pinnedAtLeastBytes()).hasValue(120);
    assertThat(source.pinnedAtMostBytes()).hasValue(300);
    assertThat(volume("copy").origin()).hasValue("nas1/snapshots/clones/src@s1");
    assertThat(volume("copy").sharedBytes()).hasValue(400);
  }

  @Test
  void chainsNameTheClaimsOnBothEnds() {
    Map<String, PinnedSnapshot> pinned = new TreeMap<>();
    night.estate().pinned().forEach(snapshot -> pinned.put(snapshot.subject(), snapshot));

    PinnedSnapshot first = requireNonNull(pinned.get("nas1/snapshots/clones/src@s1"));
    assertThat(first.owner()).hasValue("media/src");
    assertThat(first.clones())
        .containsExactly(
            new PinnedSnapshot.Clone("nas1/datasets/clones/copy", Optional.of("media/copy")));
    assertThat(first.pins().atLeastBytes()).hasValue(50);
    assertThat(first.pins().atMostBytes()).hasValue(300);
    PinnedSnapshot second = requireNonNull(pinned.get("nas1/snapshots/clones/src@s2"));
    assertThat(second.clones())
        .containsExactly(new PinnedSnapshot.Clone("nas1/datasets/clones/other", Optional.empty()));
  }

  @Test
  void datasetOfTwoClustersIsOneShareAndOnePromise() {
    PoolSpace clones = pool("nas1/pools/clones");

    assertThat(clones.shares())
        .extracting(PoolShare::category, PoolShare::clusters, share -> share.bytes().orElse(-1))
        .containsExactly(
            tuple("volume", "prod-a", 60L),
            tuple("volume", "prod-a, prod-b", 900L),
            tuple("other", "", 40L));
    assertThat(clones.remainderBytes()).hasValue(0);
    assertThat(clones.provisioning().volumes()).isEqualTo(2);
    assertThat(clones.provisioning().provisionedBytes()).hasValue(1600);
    assertThat(clones.provisioning().unfilledBytes()).hasValue(940);
    assertThat(clones.shortfallBytes()).hasValue(440);
  }

  @Test
  void nonsenseFiguresAreUnknownAndNoReasonToFail() {
    PoolSpace huge = pool("nas1/pools/huge");

    assertThat(huge.provisioning().provisionedBytes()).isEmpty();
    assertThat(huge.overcommitRatio()).isEmpty();
    assertThat(volume("huge-a").usedBytes()).hasValue(Long.MAX_VALUE);
  }

  @Test
  void poolThatToldNothingIsUnknownNeverZero() {
    PoolLine line =
        night.poolLines().stream()
            .filter(pool -> pool.subject().equals("nas1/pools/silent"))
            .findFirst()
            .orElseThrow();

    assertThat(line.usedBytes()).isEmpty();
    assertThat(line.usableBytes()).isEmpty();
    assertThat(line.remainderBytes()).isEmpty();
    assertThat(pool("nas1/pools/silent").shares().get(0).bytes()).isEmpty();
  }
}
