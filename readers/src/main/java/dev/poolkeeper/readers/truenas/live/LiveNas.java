package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.AnswerFormats;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A TrueNAS, read through its API: one session a night, one question at a time. */
public final class LiveNas implements LiveSource {

  /** Kinds that a release without their method has none of. */
  private static final Set<ObjectKind> NOT_IN_EVERY_RELEASE =
      Set.of(
          ObjectKind.NVME_SUBSYSTEM,
          ObjectKind.NVME_NAMESPACE,
          ObjectKind.NVME_SESSION,
          ObjectKind.NFS_CLIENT,
          ObjectKind.VM_DEVICE,
          ObjectKind.APP,
          ObjectKind.CLOUD_SYNC_TASK,
          ObjectKind.RSYNC_TASK);

  private final NasAccess access;
  private final KnownSnapshots known;
  private final Retry retry;
  private final Clock clock;
  private final Questions questions;
  private final Instant opened;
  private @Nullable Connection connection;
  private String api = "";

  /** Why connecting failed, even after retries: no further kind is worth an attempt. */
  private @Nullable SourceFailure unreachable;

  public LiveNas(NasAccess access, KnownSnapshots known, Retry retry, Clock clock) {
    this(access, known, retry, clock, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public LiveNas(
      NasAccess access,
      KnownSnapshots known,
      Retry retry,
      Clock clock,
      ObservationRegistry observations) {
    this.access = access;
    this.known = known;
    this.retry = retry;
    this.clock = clock;
    this.questions = new Questions(access, observations);
    this.opened = clock.instant();
  }

  @Override
  public void stream(ObjectKind kind, AnswerSink sink) {
    if (unreachable != null) {
      throw unreachable;
    }
    questions.attempt(1);
    retry.call(
        () -> attempt(kind, sink),
        attempt -> {
          questions.attempt(attempt);
          sink.startOver();
        });
  }

  private ObjectKind attempt(ObjectKind kind, AnswerSink sink) {
    refuseAfterDeadline(kind);
    Connection nas = connected();
    try {
      ask(nas, kind, sink);
      return kind;
    } catch (RuntimeException failure) {
      if (failure instanceof SourceUnavailable || !nas.usable()) {
        close();
      }
      throw failure;
    }
  }

  private void refuseAfterDeadline(ObjectKind kind) {
    if (clock.instant().isAfter(opened.plus(access.deadline()))) {
      throw new SourceRefused(
          questions.where(kind.plural()),
          "not asked: the deadline of %d min is over".formatted(access.deadline().toMinutes()),
          "raise deadline, or find out what made the questions before it so slow",
          null);
    }
  }

  private Connection connected() {
    Connection open = connection;
    if (open == null) {
      try {
        open = new NasConnector(access, questions).connect();
        connection = open;
        api = open.api();
        unreachable = null;
      } catch (SourceFailure failure) {
        unreachable = failure;
        throw failure;
      }
    }
    return open;
  }

  private void ask(Connection nas, ObjectKind kind, AnswerSink sink) {
    switch (kind) {
      case DATASET -> new DatasetListing(nas, sink).list();
      case ZFS_SNAPSHOT -> new SnapshotListing(nas, known, sink).list();
      case NAS_SYSTEM -> askSystem(nas, sink);
      default -> askPlain(nas, kind, sink);
    }
  }

  private void askSystem(Connection nas, AnswerSink sink) {
    ClockSkew skew = new ClockSkew(clock);
    RowSink answer = sink.answer("system.info", TrueNasMappers.of(ObjectKind.NAS_SYSTEM));
    nas.require(
        NasCall.of("system.info"),
        AnswerFormats.of(ObjectKind.NAS_SYSTEM),
        new BothSinks(skew, answer));
    skew.judge(questions.where("system.info"));
  }

  private static void askPlain(Connection nas, ObjectKind kind, AnswerSink sink) {
    String method = TrueNasMethods.of(kind).get(0);
    NasCall call = NasCall.of(method);
    RowSink answer = sink.answer(method, TrueNasMappers.of(kind));
    if (NOT_IN_EVERY_RELEASE.contains(kind)) {
      boolean unused = nas.ask(call, AnswerFormats.of(kind), answer);
    } else {
      nas.require(call, AnswerFormats.of(kind), answer);
    }
  }

  @Override
  public void check(Consumer<CheckLine> lines) {
    new NasCheck(access, clock, lines).run();
  }

  @Override
  public SourceContact contact() {
    List<String> remarks =
        access.trust() instanceof TlsTrust.Insecure
            ? List.of(
                "TLS of %s is not verified (insecure): anybody on the way could read the API key"
                    .formatted(access.name()))
            : List.of();
    return new SourceContact(access.name(), api, questions.asked(), remarks);
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
