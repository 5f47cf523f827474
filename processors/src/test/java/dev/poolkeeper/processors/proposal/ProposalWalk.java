package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.proposal.ProposalWorld.Kind;
import dev.poolkeeper.processors.proposal.ProposalWorld.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One proposal on a long random way, beside its model. After each wish both have to agree; what
 * must never be is looked for in a log that knows neither.
 */
final class ProposalWalk {

  /** An approval that was granted, as the log has it. */
  private record Granted(String person, String key, Instant until) {}

  private static final List<String> PEOPLE = List.of("ann", "Ann ", "bob", "eve");
  private static final List<String> CHANNELS = List.of("command", "command", "file", "ticket");

  /** All that was told, in order. */
  final List<ProposalEvent> events = new ArrayList<>();

  private final Random random;
  private final ProposalModel model;
  private Proposal proposal;
  private Seen world;
  private ProposalPolicy policy = ProposalPolicy.DEFAULT;
  private ApprovalMode mode;
  private Instant now = ProposalWorld.START;

  private final List<Granted> granted = new ArrayList<>();
  private boolean byCommandSinceNo = true;
  private boolean restored;
  private Instant lastReached = now;

  ProposalWalk(long seed) {
    random = new Random(seed);
    mode = one(ApprovalMode.values());
    world = look(one(Kind.values()));
    model = new ProposalModel(world, policy, mode, now);
    Transition first = new Review(policy).detected(world.plan(), mode, now);
    noteRule(first);
    proposal = first.proposal().numbered(1);
    events.addAll(first.events());
    assertThat(first.events()).hasSize(1);
    agree("detected");
  }

  void walk(int steps) {
    for (int i = 0; i < steps; i++) {
      model.under(policy);
      step();
    }
  }

  private void step() {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> night();
      case 3, 4, 5 -> approve();
      case 6, 7 -> start();
      case 8, 9 -> end();
      case 10 -> now = now.plus(Duration.ofHours(random.nextInt(24 * 6)));
      case 11 -> changePolicy();
      case 12 -> resume();
      default -> decide();
    }
  }

  private void night() {
    Seen next = random.nextInt(3) == 0 ? world : look(world.kind());
    world = next;
    boolean looked = proposal.state().open() && proposal.state() != ProposalState.RUNNING;
    if (looked && next.stage() == Stage.QUARANTINE) {
      lastReached = now;
    }
    if (looked && isFailed(proposal.state())) {
      granted.clear();
    }
    wish(
        "night " + next,
        () -> new Review(policy).replanned(proposal, next.plan(), mode, now),
        () -> {
          model.night(next, mode, now);
          return true;
        });
  }

  private static boolean isFailed(ProposalState state) {
    return state == ProposalState.FAILED || state == ProposalState.ROLLED_BACK;
  }

  private void approve() {
    Actor by = new Actor(one(PEOPLE), one(CHANNELS));
    String right = proposal.hash();
    Stage other = proposal.stage() == Stage.DESTROY ? Stage.QUARANTINE : Stage.DESTROY;
    List<String> hashes =
        List.of(
            right,
            right.substring(0, Decisions.LEAST_DIGITS),
            right,
            right,
            right.substring(0, Decisions.LEAST_DIGITS - 1),
            proposal.plan().hash(other),
            look(world.kind()).plan().hash(proposal.stage()));
    String hash = one(hashes);
    String reason = random.nextInt(12) == 0 ? "" : "because";
    boolean meant = hash.length() >= Decisions.LEAST_DIGITS && right.startsWith(hash);
    boolean done =
        wish(
            "approve " + by,
            () -> new Decisions(policy).approve(proposal, by, hash, reason, mode, now),
            () -> model.approve(by, meant, reason, mode, now));
    if (done) {
      byCommandSinceNo |= by.channel().equals(Actor.COMMAND);
      String person = by.name().strip().toLowerCase(Locale.ROOT);
      grant(person);
    }
  }

  private void grant(String person) {
    granted.add(new Granted(person, model.seen.key(model.stage), now.plus(policy.approvalLasts())));
  }

  private void start() {
    Optional<Seen> fresh = fresh();
    boolean done =
        wish(
            "start " + fresh,
            () -> new Execution(policy).start(proposal, fresh.map(Seen::plan), mode, now),
            () -> model.start(fresh, mode, now));
    if (done) {
      mayRun(fresh.orElseThrow());
    }
  }

  /** What has to be true of everything that is begun, by the log alone. */
  private void mayRun(Seen fresh) {
    List<String> persons =
        granted.stream()
            .filter(g -> g.key().equals(fresh.key(fresh.stage())) && now.isBefore(g.until()))
            .map(Granted::person)
            .distinct()
            .toList();
    long people = persons.stream().filter(person -> !person.equals("rule")).count();
    assertThat(persons).as("approvals").isNotEmpty();
    assertThat(mode).isNotEqualTo(ApprovalMode.NEVER);
    assertThat(people).as("persons").isGreaterThanOrEqualTo(mode.persons());
    assertThat(fresh.blocked()).isFalse();
    assertThat(byCommandSinceNo).as("a yes by command after a no").isTrue();
    assertThat(restored).as("restored").isFalse();
    if (fresh.kind() == Kind.DATASET && fresh.stage() == Stage.DESTROY) {
      assertThat(now).as("quarantine").isAfterOrEqualTo(lastReached.plus(policy.quarantine()));
    }
  }

  private Optional<Seen> fresh() {
    return switch (random.nextInt(5)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(look(world.kind()));
      default -> Optional.of(model.seen);
    };
  }

  private void end() {
    boolean quarantine = proposal.stage() == Stage.QUARANTINE;
    boolean done;
    if (random.nextInt(3) > 0) {
      done =
          wish(
              "finish",
              () -> new Execution(policy).finished(proposal, now),
              () -> model.finish(now));
    } else {
      boolean undone = random.nextBoolean();
      done =
          wish(
              "fail " + undone,
              () -> new Execution(policy).failed(proposal, undone, "seen", now),
              () -> model.fail(undone, now));
    }
    if (done && quarantine) {
      lastReached = now;
    }
  }

  private void changePolicy() {
    mode = one(ApprovalMode.values());
    policy =
        new ProposalPolicy(
            List.of(),
            Duration.ofDays(1 + random.nextInt(14)),
            Duration.ofDays(random.nextInt(20)));
  }

  private void resume() {
    Optional<Seen> fresh = fresh();
    boolean allowed = true;
    try {
      new Execution(policy).resume(proposal, fresh.map(Seen::plan));
    } catch (Refused refused) {
      assertThat(refused).hasMessageContaining("P-1");
      allowed = false;
    }
    assertThat(allowed).as("resume %s of %s", fresh, proposal).isEqualTo(model.resume(fresh));
  }

  private void decide() {
    Actor by = new Actor(one(PEOPLE), one(CHANNELS));
    String reason = random.nextInt(8) == 0 ? "" : "because";
    switch (random.nextInt(8)) {
      case 0 ->
          wish(
              "withdraw",
              () -> new Review(policy).withdrawn(proposal, "resolved", now),
              () -> {
                model.withdraw();
                return true;
              });
      case 1, 2 ->
          restored |=
              wish(
                  "restore",
                  () -> new Decisions(policy).restored(proposal, by, "because", now),
                  model::restore);
      default -> {
        if (wish(
            "reject",
            () -> new Decisions(policy).reject(proposal, by, reason, now),
            () -> model.reject(reason))) {
          byCommandSinceNo = false;
          granted.clear();
        }
      }
    }
  }

  private boolean wish(String what, Supplier<Transition> real, BooleanSupplier slow) {
    ProposalState before = proposal.state();
    Optional<Transition> moved = Optional.empty();
    String why = "";
    try {
      moved = Optional.of(real.get());
    } catch (Refused refused) {
      why = refused.getMessage();
    }
    boolean expected = slow.getAsBoolean();
    assertThat(moved.isPresent()).as("%s of %s: %s", what, proposal, why).isEqualTo(expected);
    moved.ifPresent(transition -> take(what, before, transition));
    agree(what);
    return moved.isPresent();
  }

  private void take(String what, ProposalState before, Transition transition) {
    Proposal next = transition.proposal();
    assertThat(transition.events()).as(what).hasSize(model.told ? 1 : 0);
    if (transition.events().isEmpty()) {
      assertThat(next.state()).as(what).isEqualTo(before);
      assertThat(next.since()).isEqualTo(proposal.since());
    } else {
      ProposalEvent event = transition.events().get(0);
      assertThat(event.from()).isEqualTo(before);
      assertThat(event.to()).isEqualTo(next.state());
      assertThat(event.stage()).isEqualTo(next.stage());
      assertThat(event.hash()).isEqualTo(next.hash());
      assertThat(event.at()).isEqualTo(now).isEqualTo(next.since());
      assertThat(event.note()).isNotBlank();
      assertThat(event.from() != ProposalState.DONE || event.to() == ProposalState.RESTORED)
          .as("what is done may only be brought back")
          .isTrue();
      assertThat(event.from() != ProposalState.WITHDRAWN || event.to() == ProposalState.RESTORED)
          .as("what is withdrawn may only be brought back")
          .isTrue();
      assertThat(event.to() == ProposalState.RUNNING).isEqualTo(what.startsWith("start"));
      assertThat(next.id()).isEqualTo(1);
    }
    noteRule(transition);
    events.addAll(transition.events());
    proposal = next;
  }

  private void noteRule(Transition transition) {
    if (transition.events().stream().anyMatch(event -> event.by().equals(Actor.POLICY))) {
      grant("rule");
    }
  }

  private void agree(String what) {
    assertThat(proposal.state()).as(what).isEqualTo(model.state);
    assertThat(proposal.stage()).as(what).isEqualTo(model.stage);
    assertThat(proposal.quarantinedAt()).as(what).isEqualTo(Optional.ofNullable(model.away));
    assertThat(proposal.plan()).as(what).isEqualTo(model.seen.plan());
  }

  private Seen look(Kind kind) {
    int access =
        switch (kind) {
          case DATASET -> Math.max(0, random.nextInt(4) - 1);
          case SNAPSHOT -> 0;
          case SHARE -> 1 + random.nextInt(2);
        };
    return new Seen(kind, access, 1 + random.nextInt(4) / 3, random.nextInt(6) == 0);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
