package dev.poolkeeper.processors.inventory;

import java.util.List;

/**
 * How a source was reached on one night.
 *
 * @param api what was spoken, {@code JSON-RPC, TrueNAS-25.10.1}; empty when it was never reached
 * @param calls requests made, those of log-in and repeats included
 * @param remarks what an admin should know of the connection, such as unverified TLS
 */
public record SourceContact(String source, String api, long calls, List<String> remarks) {

  public SourceContact {
    remarks = List.copyOf(remarks);
  }
}
