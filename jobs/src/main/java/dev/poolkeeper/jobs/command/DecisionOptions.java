package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.proposal.Actor;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person says with every decision about a proposal: about which, why, and who it is. */
final class DecisionOptions {

  @Parameters(paramLabel = "ID", description = "As poolkeeper proposals lists it, P-17.")
  private String id = "";

  @Option(
      names = "--reason",
      paramLabel = "R",
      required = true,
      description = "Why; it stays in the proposal's history.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides (default: the user of this session).")
  private String by = "";

  String id() {
    return id;
  }

  String reason() {
    return reason;
  }

  Actor actor(Session session) {
    return new Actor(by.isBlank() ? session.user() : by, Actor.COMMAND);
  }
}
