package dev.poolkeeper.tests.channel.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.approval.ProposalBook;
import dev.poolkeeper.jobs.approval.TicketApprovals;
import dev.poolkeeper.jobs.approval.TicketDesk;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalEvent;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalPolicy;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Reclaim;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.writers.channel.DecidingChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.channel.TicketDecision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Decisions in tickets go by the rules of all others, and are taken over once. */
class TicketApprovalsTest {

  private static final Instant NOW = Instant.parse("2026-02-12T03:00:00Z");
  private static final Subject SHARE = Subject.parse("nas1/nfs-shares/mnt/tank/k8s/pvc-x");

  private final Book book = new Book();
  private final Desk desk = new Desk();

  @Test
  void anApprovalIsRecordedWithWhoAndWhere() {
    desk.answer = read(approved("jira:ann@example.com", NOW.minusSeconds(60), 1));

    assertThat(take()).isEmpty();

    assertThat(book.state()).isEqualTo(ProposalState.APPROVED);
    ProposalEvent event = book.history.get(0);
    assertThat(event.by()).hasToString("jira:ann@example.com (ticket)");
    assertThat(event.note()).isEqualTo("OPS-1 moved to Approved, change 1");
    assertThat(desk.asked).containsExactly("OPS-1 " + book.known.proposal().hash());
  }

  @Test
  void itIsTakenOverOnce() {
    desk.answer = read(approved("jira:ann@example.com", NOW.minusSeconds(60), 1));
    take();
    take();
    assertThat(book.history).hasSize(1);

    book.reset(ProposalState.WAITING);
    take();
    assertThat(book.history).as("it has ended unused, and is not given anew").hasSize(1);
    assertThat(book.state()).isEqualTo(ProposalState.WAITING);
  }

  @Test
  void twoPersonsAreTwoDifferentOnes() {
    book.mode(ApprovalMode.TWO_PERSONS);
    desk.answer = read(approved("jira:ann@example.com", NOW.minusSeconds(90), 1));
    take();
    assertThat(book.state()).isEqualTo(ProposalState.WAITING);
    desk.answer =
        read(
            approved("jira:ann@example.com", NOW.minusSeconds(90), 1),
            approved("jira:ANN@example.com", NOW.minusSeconds(60), 2));
    assertThat(take()).singleElement().asString().contains("it takes another person");
    assertThat(book.state()).isEqualTo(ProposalState.WAITING);
    desk.answer =
        read(
            approved("jira:ann@example.com", NOW.minusSeconds(90), 1),
            approved("jira:bob@example.com", NOW.minusSeconds(30), 3));
    take();
    assertThat(book.state()).isEqualTo(ProposalState.APPROVED);
  }

  @Test
  void aRejectionIsOneAndStays() {
    desk.answer =
        read(new TicketDecision(false, "jira:bob@example.com", NOW, "OPS-1 moved to Rejected"));
    take();
    assertThat(book.state()).isEqualTo(ProposalState.REJECTED);
    desk.answer = read(approved("jira:ann@example.com", NOW, 2));
    assertThat(take()).isEmpty();
    assertThat(book.state()).isEqualTo(ProposalState.REJECTED);
  }

  @Test
  void aRejectionEndsWhatWasApproved() {
    desk.answer = read(approved("jira:ann@example.com", NOW.minusSeconds(60), 1));
    take();
    desk.answer =
        read(new TicketDecision(false, "jira:bob@example.com", NOW, "OPS-1 moved to Rejected"));
    take();
    assertThat(book.state()).isEqualTo(ProposalState.REJECTED);
  }

  @Test
  void whatIsNeverCleanedUpIsRefusedInTheTicketToo() {
    book.mode(ApprovalMode.NEVER);
    desk.answer = read(approved("jira:ann@example.com", NOW, 1));
    assertThat(take())
        .containsExactly("tickets: P-17: the configuration says that this is never cleaned up");
    assertThat(desk.remarks)
        .containsExactly("P-17: the configuration says that this is never cleaned up");
    assertThat(book.state()).isEqualTo(ProposalState.WAITING);
  }

  @Test
  void anApprovalThatIsTooOldHasEnded() {
    desk.answer = read(approved("jira:ann@example.com", NOW.minus(Duration.ofDays(8)), 1));
    assertThat(take()).singleElement().asString().contains("which has ended unused");
    assertThat(book.state()).isEqualTo(ProposalState.WAITING);
  }

  @Test
  void whatCountsForNothingIsToldAndChangesNothing() {
    desk.answer = new TicketAnswer.NotCounted("OPS-1", "OPS-1 was for another plan", "OPS-1/5");
    assertThat(take()).containsExactly("tickets: OPS-1 was for another plan");
    assertThat(desk.remarks).containsExactly("OPS-1 was for another plan");
    assertThat(book.history).isEmpty();
  }

  @Test
  void aTicketSystemThatIsAwayCostsNoRun() {
    desk.answer =
        new TicketAnswer.Unread(
            Receipt.of(Outcome.Kind.UNREACHABLE, "jira.example.com cannot be reached").outcome());
    assertThat(take())
        .containsExactly(
            "tickets: the ticket of P-17 could not be read: jira.example.com cannot be reached");
  }

  @Test
  void withoutATicketNobodyIsAsked() {
    new TicketApprovals(book, policy(), (channel, topic) -> Optional.empty(), clock())
        .take(List.of(new TicketDesk("tickets", desk)));
    assertThat(desk.asked).isEmpty();
  }

  private List<String> take() {
    return new TicketApprovals(
            book,
            policy(),
            (channel, topic) ->
                channel.equals("tickets") && topic.equals("proposal:P-17")
                    ? Optional.of("OPS-1")
                    : Optional.empty(),
            clock())
        .take(List.of(new TicketDesk("tickets", desk)));
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static ProposalPolicy policy() {
    return new ProposalPolicy(List.of(), Duration.ofDays(7), Duration.ofDays(14));
  }

  private static TicketAnswer read(TicketDecision... decisions) {
    return new TicketAnswer.Read(List.of(decisions));
  }

  private static TicketDecision approved(String by, Instant at, int change) {
    return new TicketDecision(true, by, at, "OPS-1 moved to Approved, change " + change);
  }

  /** One proposal. */
  private static final class Book implements ProposalBook {
    private final List<ProposalEvent> history = new ArrayList<>();
    private ProposalOnFile known =
        new ProposalOnFile(proposal(ProposalState.WAITING), ApprovalMode.MANUAL, 1);

    private static Proposal proposal(ProposalState state) {
      Plan plan =
          new Plan(
              FindingCode.SHARE_WITHOUT_DATASET,
              SHARE,
              List.of(
                  new Step(
                      Stage.QUARANTINE,
                      Action.DELETE_NFS_SHARE,
                      SHARE,
                      new TreeMap<>(Map.of("id", "7")))),
              List.of(),
              Reclaim.exactly(0),
              Set.of());
      return new Proposal(17, plan, state, Stage.QUARANTINE, NOW, List.of(), Optional.empty());
    }

    void mode(ApprovalMode mode) {
      known = new ProposalOnFile(known.proposal(), mode, known.change());
    }

    void reset(ProposalState state) {
      known = new ProposalOnFile(proposal(state), known.mode(), known.change());
    }

    ProposalState state() {
      return known.proposal().state();
    }

    @Override
    public List<ProposalOnFile> open() {
      return known.proposal().state().open() ? List.of(known) : List.of();
    }

    @Override
    public Optional<ProposalOnFile> find(long id) {
      return Optional.of(known);
    }

    @Override
    public List<ProposalEvent> history(long id) {
      return history;
    }

    @Override
    public void change(ProposalOnFile before, Transition transition) {
      known = new ProposalOnFile(transition.proposal(), before.mode(), before.change() + 1);
      history.addAll(transition.events());
    }
  }

  /** A channel that answers as told. */
  private static final class Desk implements DecidingChannel {
    private final List<String> asked = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private TicketAnswer answer = read();

    @Override
    public boolean decides() {
      return true;
    }

    @Override
    public TicketAnswer decisions(String reference, String planHash) {
      asked.add(reference + " " + planHash);
      return answer;
    }

    @Override
    public Receipt remark(String reference, String key, String text) {
      remarks.add(text);
      return Receipt.delivered("told", reference, Optional.empty());
    }

    @Override
    public byte[] make(Notice notice) {
      throw new AssertionError("nothing is told here");
    }

    @Override
    public Receipt send(Parcel parcel) {
      throw new AssertionError("nothing is told here");
    }

    @Override
    public List<Probe> probe(boolean sendTest) {
      throw new AssertionError("nothing is looked at here");
    }

    @Override
    public void close() {}
  }
}
