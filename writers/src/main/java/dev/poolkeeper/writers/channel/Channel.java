package dev.poolkeeper.writers.channel;

import java.util.List;

/**
 * A place that is told things. One instance serves one run, from one thread.
 *
 * <p>It never waits and never tries twice: when to try again is decided in one place for all.
 */
public interface Channel extends AutoCloseable {

  /**
   * Tries once. Whatever the other side does is an outcome; what must not be sent twice is marked
   * {@code UNKNOWN} when its answer is lost.
   */
  Receipt send(Parcel parcel);

  /**
   * Looks whether it could send: address, TLS, credentials, rights, and that what the settings name
   * exists. Changes nothing on the other side.
   *
   * @param sendTest whether to send something small too that says what it is
   * @return one line per thing that was looked at, none empty
   */
  List<Probe> probe(boolean sendTest);

  @Override
  void close();
}
