package dev.poolkeeper.writers.proposal;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proposals as a Bash script of kubectl and midclt (over SSH), with jq.
 *
 * <p>It does nothing unless it is called with {@code --execute}. Before each step it looks whether
 * the target still is what the plan expects and stops where it is not; after each step it looks
 * whether it was done. All texts are quoted for the shell.
 */
public final class ShellExport {

  private static final String PREAMBLE =
      """
      set -euo pipefail
      execute=${1:-}

      # what a command prints; on a TrueNAS, through ssh
      remote() { local host=$1; shift; ssh -- "$host" "$(printf '%q ' midclt "$@")"; }
      stop() { printf 'stopped: %s\\n' "$1" >&2; exit 1; }
      expect() { # what, expected, seen
        [[ $2 == "$3" ]] || stop "$1 is '$3', the plan expects '$2'"
      }
      # the release decides which service has snapshots
      snapshots() { "$1" call core.get_services | jq -r 'if has("pool.snapshot") then "pool.snapshot" else "zfs.snapshot" end'; }
      act() {
        if [[ $execute == --execute ]]; then "$@" >/dev/null; else printf 'would:'; printf ' %q' "$@"; printf '\\n'; fi
      }
      """;

  private ShellExport() {}

  /** One script for the stages that the proposals are at, in their order. */
  public static String of(List<Proposal> proposals) {
    StringBuilder script = new StringBuilder("#!/usr/bin/env bash\n");
    line(
        script, ShellQuote.comment("Cleanup proposals of poolkeeper, each at the stage it is at:"));
    for (Proposal proposal : proposals) {
      line(
          script,
          ShellQuote.comment(
              "  %s %s %s %s, plan %s"
                  .formatted(
                      proposal.name(),
                      proposal.state().word(),
                      proposal.stage().word(),
                      proposal.plan().subject(),
                      proposal.hash())));
    }
    line(script, "# Without --execute it only says what it would do.");
    script.append(PREAMBLE);
    sources(proposals).forEach(source -> function(script, source, proposals));
    proposals.forEach(proposal -> proposal(script, proposal));
    line(script, "");
    line(script, "printf 'through\\n'");
    return script.toString();
  }

  private static SortedSet<String> sources(List<Proposal> proposals) {
    return proposals.stream()
        .flatMap(proposal -> proposal.plan().steps(proposal.stage()).stream())
        .map(step -> step.target().source())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void function(StringBuilder script, String source, List<Proposal> proposals) {
    boolean cluster =
        proposals.stream()
            .flatMap(proposal -> proposal.plan().steps().stream())
            .filter(step -> step.target().source().equals(source))
            .anyMatch(ShellExport::inCluster);
    line(script, "");
    if (cluster) {
      line(
          script,
          "%s() { kubectl --context \"${%s:-%s}\" \"$@\"; }"
              .formatted(name(source), variable(source, "CONTEXT"), plain(source)));
    } else {
      line(
          script,
          "%s() { remote \"${%s:?set it to user@host of %s}\" \"$@\"; }"
              .formatted(name(source), variable(source, "SSH"), plain(source)));
    }
  }

  private static boolean inCluster(Step step) {
    String kind = step.target().path().split("/", 2)[0];
    return Arrays.stream(ObjectKind.values())
        .anyMatch(k -> k.plural().equals(kind) && k.side() == Side.CLUSTER);
  }

  /** Letters, digits and dots, so that it can stand in double quotes. */
  private static String plain(String source) {
    return source.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String name(String source) {
    return "on_" + source.replaceAll("[^A-Za-z0-9]", "_");
  }

  private static String variable(String source, String suffix) {
    return source.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + "_" + suffix;
  }

  private static void proposal(StringBuilder script, Proposal proposal) {
    for (Step step : proposal.plan().steps(proposal.stage())) {
      line(script, "");
      line(script, ShellQuote.comment(proposal.name() + ": " + step.words()));
      step(script, step, proposal.name());
    }
  }

  private static void step(StringBuilder script, Step step, String mark) {
    StepCommands commands = StepCommands.of(step, mark);
    String on = name(step.target().source());
    boolean cluster = inCluster(step);
    String object = cluster ? "." : ".[0]";
    line(script, "seen=$(%s %s)".formatted(on, words(on, commands.look())));
    if (!cluster) {
      line(
          script,
          "[[ $(jq length <<<\"$seen\") == 1 ]] || stop %s"
              .formatted(ShellQuote.word(step.target() + " is not there")));
    }
    commands
        .facts()
        .forEach(
            (fact, path) -> {
              String expected = step.expected().get(fact);
              if (expected != null) {
                line(
                    script,
                    "expect %s \"$(jq -r %s <<<\"$seen\")\""
                        .formatted(
                            ShellQuote.words(fact + " of " + step.target(), expected),
                            ShellQuote.word(object + " | " + path)));
              }
            });
    line(script, "act %s %s".formatted(on, words(on, commands.act())));
    if (step.action().word().startsWith("mark") || step.action().word().startsWith("make")) {
      return;
    }
    line(
        script,
        cluster
            ? "[[ $execute != --execute ]] || ! %s %s >/dev/null 2>&1 || stop %s"
                .formatted(on, words(on, commands.look()), still(step))
            : "[[ $execute != --execute ]] || [[ $(%s %s | jq length) == 0 ]] || stop %s"
                .formatted(on, words(on, commands.look()), still(step)));
  }

  private static String still(Step step) {
    return ShellQuote.word(step.target() + " is still there, whatever was answered");
  }

  /** The snapshot service is asked for when the script runs. */
  private static String words(String on, List<String> words) {
    return words.stream()
        .map(
            word ->
                word.startsWith(StepCommands.SNAPSHOTS)
                    ? "\"$(snapshots %s)%s\""
                        .formatted(on, word.substring(StepCommands.SNAPSHOTS.length()))
                    : ShellQuote.word(word))
        .collect(Collectors.joining(" "));
  }

  private static void line(StringBuilder script, String text) {
    script.append(text).append('\n');
  }
}
