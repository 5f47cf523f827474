package dev.poolkeeper.jobs.approval;

import dev.poolkeeper.processors.proposal.ProposalEvent;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import java.util.List;
import java.util.Optional;

/** Proposals as decisions see and change them. */
public interface ProposalBook {

  List<ProposalOnFile> open();

  Optional<ProposalOnFile> find(long id);

  /** Oldest first. */
  List<ProposalEvent> history(long id);

  void change(ProposalOnFile known, Transition transition);

  /** Those of the ledger. */
  static ProposalBook of(ProposalReader reader, ProposalWriter writer) {
    return new ProposalBook() {
      @Override
      public List<ProposalOnFile> open() {
        return reader.open();
      }

      @Override
      public Optional<ProposalOnFile> find(long id) {
        return reader.find(id);
      }

      @Override
      public List<ProposalEvent> history(long id) {
        return reader.history(id);
      }

      @Override
      public void change(ProposalOnFile known, Transition transition) {
        writer.change(known, transition, known.mode());
      }
    };
  }
}
