package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code poolkeeper completion}. */
@Command(
    name = "completion",
    description = "Print a completion script: source <(poolkeeper completion bash).",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

  /** Shells that can be served. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Session session;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli did not give the command its specification");
    }
    CommandLine root = spec.root().commandLine();
    if (shell == Shell.ZSH) {
      session.terminal().out().println("autoload -U +X compinit && compinit");
      session.terminal().out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    session.terminal().out().println(AutoComplete.bash("poolkeeper", root));
    return ExitCode.DONE;
  }
}
