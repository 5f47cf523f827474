package dev.poolkeeper.jobs.approval;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes over everything that was decided elsewhere than at the command line: the file, then
 * tickets.
 */
public final class OutsideApprovals {

  private final ProposalReader reader;
  private final ProposalWriter writer;
  private final TicketReferences references;
  private final Configuration configuration;
  private final CallContext context;

  /**
   * @param context what tickets are asked for within
   */
  public OutsideApprovals(
      ProposalReader reader,
      ProposalWriter writer,
      TicketReferences references,
      Configuration configuration,
      CallContext context) {
    this.reader = reader;
    this.writer = writer;
    this.references = references;
    this.configuration = configuration;
    this.context = context;
  }

  /**
   * The approvals of the file, where there is one.
   *
   * @return what was refused, and why
   * @throws dev.poolkeeper.jobs.configuration.InvalidConfiguration when the file cannot be read
   */
  public List<String> file() {
    List<String> refusals = new ArrayList<>();
    configuration
        .proposals()
        .approvalsFile()
        .ifPresent(
            file ->
                refusals.addAll(
                    new FileApprovals(
                            reader, writer, configuration.proposals().policy(), context.clock())
                        .take(file)));
    return refusals;
  }

  /**
   * What people decided in tickets, where the configuration says how they do.
   *
   * @return what could not be taken over, and why
   */
  public List<String> tickets() {
    try (TicketDesks desks = TicketDesks.open(configuration, context)) {
      return new TicketApprovals(
              ProposalBook.of(reader, writer),
              configuration.proposals().policy(),
              references,
              context.clock())
          .take(desks.all());
    }
  }
}
