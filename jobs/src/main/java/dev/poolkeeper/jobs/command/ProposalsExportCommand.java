package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.proposal.DataExport;
import dev.poolkeeper.writers.proposal.ShellExport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code poolkeeper proposals export}. */
@Command(
    name = "export",
    description = {
      "Approved proposals for those who carry them out by their own means: a script of kubectl and"
          + " midclt, variables for Ansible, or JSON. Only the stage that each is at.",
      "The script does nothing without --execute, looks before each step, and reads back after it."
    },
    mixinStandardHelpOptions = true)
final class ProposalsExportCommand implements Callable<Integer> {

  /** What can be exported. */
  enum Form {
    SHELL,
    ANSIBLE,
    JSON
  }

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Which (default: all that are approved). Others are exported when named.")
  private List<String> ids = List.of();

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "shell",
      description = "shell, ansible or json (default: ${DEFAULT-VALUE}).")
  private Form format = Form.SHELL;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: stdout).")
  private @Nullable Path out;

  ProposalsExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      ProposalReader reader = new ProposalReader(JdbcClient.create(ledger.dataSource()));
      List<Proposal> wanted = wanted(reader);
      wanted.stream()
          .filter(proposal -> proposal.state() != ProposalState.APPROVED)
          .forEach(
              proposal ->
                  session
                      .terminal()
                      .err()
                      .printf(
                          "%s is %s, not approved%n", proposal.name(), proposal.state().word()));
      String text =
          switch (format) {
            case SHELL -> ShellExport.of(wanted);
            case ANSIBLE -> DataExport.ansible(wanted);
            case JSON -> DataExport.json(wanted);
          };
      if (ledgerOptions.demo()) {
        session.terminal().err().println("DEMO DATA: everything below is made up.");
      }
      Optional.ofNullable(out)
          .ifPresentOrElse(
              file -> OutputFile.write(file, to -> to.write(text)),
              () -> session.terminal().out().print(text));
      return ExitCode.DONE;
    }
  }

  private List<Proposal> wanted(ProposalReader reader) {
    if (!ids.isEmpty()) {
      return ids.stream().map(id -> ProposalId.find(reader, id).proposal()).toList();
    }
    List<Proposal> approved =
        reader.open().stream()
            .map(ProposalOnFile::proposal)
            .filter(proposal -> proposal.state() == ProposalState.APPROVED)
            .toList();
    if (approved.isEmpty()) {
      throw new NothingToShow(
          "No proposal is approved. Next: poolkeeper proposals lists them; poolkeeper proposals"
              + " export ID exports one in any state.");
    }
    return approved;
  }
}
