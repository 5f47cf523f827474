package dev.poolkeeper.jobs.batch;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Makes the steps of every job: each is told of in the log, and kept in the job repository. */
public final class Steps {

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final StepExecutionListener log;

  public Steps(
      JobRepository repository,
      PlatformTransactionManager transactions,
      StepExecutionListener log) {
    this.repository = repository;
    this.transactions = transactions;
    this.log = log;
  }

  /** One transaction: all of it is kept, or nothing. */
  public Step whole(String name, Tasklet tasklet) {
    return new StepBuilder(name, repository).listener(log).tasklet(tasklet, transactions).build();
  }

  /** Without a transaction around it: what it has noted stays noted, whatever comes after. */
  public Step bitByBit(String name, Tasklet tasklet) {
    return new StepBuilder(name, repository)
        .listener(log)
        .tasklet(tasklet, transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  /**
   * Parts that are worked on side by side, each in a transaction of its own.
   *
   * @param part name of the step of one part
   */
  public Step sideBySide(
      String name, String part, Partitioner parts, Tasklet tasklet, TaskExecutor executor) {
    Step one = new StepBuilder(part, repository).tasklet(tasklet, transactions).build();
    return new StepBuilder(name, repository)
        .listener(log)
        .partitioner(part, parts)
        .step(one)
        .taskExecutor(executor)
        .build();
  }
}
