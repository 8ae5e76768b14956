package dev.highstreet.simulator.payment;

import dev.highstreet.simulator.engine.RandomStream;
import java.nio.charset.StandardCharsets;

/** Fingerprints of cards: the same for every use of one card, and nothing else can be told. */
public final class Cards {
  private static final int CARD = "card".hashCode();
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
  private static final int DIGITS = 16;

  private Cards() {}

  /**
   * One of the cards of somebody.
   *
   * @param seed of the simulation
   * @param owner number of a customer, or whatever else tells people apart
   * @param nth which of their cards, from 0
   */
  public static String fingerprint(long seed, long owner, int nth) {
    long bits = RandomStream.mix(RandomStream.mix(seed ^ CARD, owner), nth);
    byte[] digits = new byte[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      digits[i] = HEX[(int) (bits >>> (4 * i)) & 15];
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }
}
