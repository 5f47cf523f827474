package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.writers.mail.Enclosure;
import dev.poolkeeper.writers.mail.MailContent;
import java.util.List;

/** Makes the mails of one job, from what the ledger knows of a night. */
interface MailMaker {

  /** What a mail says, and the files that come with it. */
  record Made(MailContent content, List<Enclosure> files) {

    public Made {
      files = List.copyOf(files);
    }
  }

  Made make(OutboxItem item, MailRecipient recipient);
}
