package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * A cluster or NAS as the report names it.
 *
 * @param side {@code cluster} or {@code nas}
 * @param identity uid of kube-system, or host id; empty when not read
 * @param version release, empty when not read
 * @param api what was spoken, {@code JSON-RPC, TrueNAS-25.10.1}; empty when it was never reached
 * @param calls requests that the run made to it
 * @param remarks what an admin should know of the connection, such as unverified TLS
 */
public record SourceLine(
    String name,
    String side,
    String identity,
    String version,
    String api,
    long calls,
    List<String> remarks) {

  public SourceLine {
    remarks = List.copyOf(remarks);
  }
}
