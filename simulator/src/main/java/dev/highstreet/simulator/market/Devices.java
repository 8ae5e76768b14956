package dev.highstreet.simulator.market;

import dev.highstreet.simulator.engine.RandomStream;
import java.util.List;

/**
 * What people browse with, and from where. Addresses are from 198.18.0.0/15, which belongs to
 * nobody (RFC 2544, RFC 6890).
 */
public final class Devices {
  private static final int PHONE_PURPOSE = "phone".hashCode();
  private static final int COMPUTER_PURPOSE = "computer".hashCode();
  private static final List<String> PHONES =
      List.of(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
              + " Safari/604.1",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 16_7 like Mac OS X) AppleWebKit/605.1.15"
              + " Safari/604.1",
          "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile",
          "Mozilla/5.0 (Linux; Android 13; SM-S911B) AppleWebKit/537.36 Chrome/125.0 Mobile",
          "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
          "HighstreetApp/4.2 (iOS 17.5)",
          "HighstreetApp/4.2 (Android 14)");
  private static final List<String> COMPUTERS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Edg/126.0",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15",
          "Mozilla/5.0 (Windows NT 10.0; rv:127.0) Gecko/20100101 Firefox/127.0",
          "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0");

  private Devices() {}

  /** The id of somebody's phone; the same for the same owner. */
  public static String phone(long seed, long owner) {
    return Ids.code('D', RandomStream.mix(seed ^ PHONE_PURPOSE, owner));
  }

  /** The id of somebody's computer; the same for the same owner. */
  public static String computer(long seed, long owner) {
    return Ids.code('D', RandomStream.mix(seed ^ COMPUTER_PURPOSE, owner));
  }

  /** Whether it is a browser or app of a phone. */
  public static boolean isPhone(String agent) {
    return PHONES.contains(agent);
  }

  /** A browser or app of a phone. */
  public static String phoneAgent(RandomStream random) {
    return PHONES.get(random.nextInt(PHONES.size()));
  }

  /** A browser of a computer. */
  public static String computerAgent(RandomStream random) {
    return COMPUTERS.get(random.nextInt(COMPUTERS.size()));
  }

  /** An address from which somebody comes. */
  public static String ipAddress(RandomStream random) {
    int bits = random.nextInt();
    return "198." + (18 + (bits >>> 31)) + '.' + (bits >> 8 & 0xff) + '.' + (1 + (bits & 0x7f));
  }
}
