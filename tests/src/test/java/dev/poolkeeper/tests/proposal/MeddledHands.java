package dev.poolkeeper.tests.proposal;

import dev.poolkeeper.jobs.cleanup.Hands;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Optional;
import java.util.SortedMap;

/** Real hands, and something that happens beside them at one moment. */
final class MeddledHands implements Hands {

  /** When it happens. */
  enum Moment {
    /** The cleanup has looked at everything, and has not looked at the step's target yet. */
    BEFORE_LOOK,
    BEFORE_ACT,
    AFTER_ACT
  }

  /** The killing of the process: nothing catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Hands hands;
  private final Moment moment;
  private final int time;
  private final Runnable meddling;
  private int passed;

  /**
   * @param time at the how many-th of these moments, from 1
   */
  MeddledHands(Hands hands, Moment moment, int time, Runnable meddling) {
    this.hands = hands;
    this.moment = moment;
    this.time = time;
    this.meddling = meddling;
  }

  private void pass(Moment now) {
    if (now == moment && ++passed == time) {
      meddling.run();
    }
  }

  boolean meddled() {
    return passed >= time;
  }

  @Override
  public boolean has(String source) {
    return hands.has(source);
  }

  @Override
  public Hand open(String source, String mark) {
    Hand hand = hands.open(source, mark);
    return new Hand() {
      @Override
      public Optional<SortedMap<String, String>> look(Step step) {
        pass(Moment.BEFORE_LOOK);
        return hand.look(step);
      }

      @Override
      public Optional<String> obstacle(Step step) {
        return hand.obstacle(step);
      }

      @Override
      public String remember(Step step) {
        return hand.remember(step);
      }

      @Override
      public void act(Step step) {
        pass(Moment.BEFORE_ACT);
        hand.act(step);
        pass(Moment.AFTER_ACT);
      }

      @Override
      public boolean done(Step step) {
        return hand.done(step);
      }

      @Override
      public void undo(Step step, String remembered) {
        hand.undo(step, remembered);
      }

      @Override
      public void close() {
        hand.close();
      }
    };
  }
}
