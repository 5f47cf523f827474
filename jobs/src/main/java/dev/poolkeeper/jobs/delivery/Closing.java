package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a mail: what is enclosed, where the rest is, why it came. */
final class Closing {

  private final MailSettings settings;
  private final boolean demo;
  private final String version;

  Closing(MailSettings settings, boolean demo, String version) {
    this.settings = settings;
    this.demo = demo;
    this.version = version;
  }

  /**
   * @param files what is to be said of files
   */
  List<String> lines(OutboxItem item, MailRecipient recipient, List<String> files) {
    List<String> lines = new ArrayList<>(files);
    if (recipient.audience().whole()) {
      settings
          .reportUrl(item.job(), item.night())
          .ifPresent(url -> lines.add("The whole report: " + url));
      lines.add(
          "poolkeeper findings%s lists all of them; poolkeeper explain CODE says what one means."
              .formatted(demo ? " --demo" : ""));
    }
    lines.add("You get this as a recipient of %s: %s.".formatted(item.job(), recipient.words()));
    item.run()
        .ifPresent(
            run ->
                lines.add(
                    "Run %d, poolkeeper %s, revision %d."
                        .formatted(run, version, item.revision())));
    return lines.stream().map(VisibleText::of).toList();
  }
}
