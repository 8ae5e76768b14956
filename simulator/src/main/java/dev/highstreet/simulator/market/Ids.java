package dev.highstreet.simulator.market;

import java.nio.charset.StandardCharsets;

/** Ids as a shop writes them, made without formatting: they are made millions of times. */
public final class Ids {
  private static final byte[] DIGITS =
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.ISO_8859_1);
  private static final int CODE_LENGTH = 13;

  private Ids() {}

  /** A prefix and a number, with zeros in front up to so many digits: {@code P00042}. */
  public static String of(String prefix, long number, int digits) {
    int length = digits;
    for (long rest = number / power(digits); rest > 0; rest /= 10) {
      length++;
    }
    byte[] id = start(prefix, length);
    long rest = number;
    for (int place = id.length - 1; place >= prefix.length(); place--) {
      id[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return new String(id, StandardCharsets.ISO_8859_1);
  }

  /** A prefix and 64 bits, in Crockford's base 32: {@code S0A1B2C3D4E5F6}. */
  public static String code(char prefix, long bits) {
    byte[] id = new byte[1 + CODE_LENGTH];
    id[0] = (byte) prefix;
    long rest = bits;
    for (int place = CODE_LENGTH; place > 0; place--) {
      id[place] = DIGITS[(int) rest & 31];
      rest >>>= 5;
    }
    return new String(id, StandardCharsets.ISO_8859_1);
  }

  private static byte[] start(String prefix, int length) {
    byte[] id = new byte[prefix.length() + length];
    for (int i = 0; i < prefix.length(); i++) {
      id[i] = (byte) prefix.charAt(i);
    }
    return id;
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }
}
