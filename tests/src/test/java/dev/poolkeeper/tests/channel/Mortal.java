package dev.poolkeeper.tests.channel;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.List;
import java.util.Random;

/**
 * A channel whose process is killed now and then, before it sends or before it notes the answer.
 */
public final class Mortal implements NoticeChannel {

  private final NoticeChannel channel;
  private final Random random;
  private boolean calm;

  public Mortal(NoticeChannel channel, Random random) {
    this.channel = channel;
    this.random = random;
  }

  /** Whether nothing happens to it from now on. */
  public void calm(boolean now) {
    calm = now;
  }

  @Override
  public byte[] make(Notice notice) {
    return channel.make(notice);
  }

  @Override
  public Receipt send(Parcel parcel) {
    int fate = calm ? 9 : random.nextInt(10);
    if (fate == 0) {
      throw new Desk.Killed();
    }
    Receipt receipt = channel.send(parcel);
    if (fate == 1) {
      throw new Desk.Killed();
    }
    return receipt;
  }

  @Override
  public List<Probe> probe(boolean sendTest) {
    return channel.probe(sendTest);
  }

  @Override
  public void close() {
    channel.close();
  }
}
