package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.WrongParameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record was read: it names a dead letter, in the address and on the command line alike.
 *
 * @param topic its name in Kafka
 * @param partition from 0
 * @param offset from 0
 */
public record LetterPlace(String topic, int partition, long offset) {
  private static final String PREFIX = "highstreet.";
  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9._-]{1,160})/(\\d{1,9})/(\\d{1,18})");

  public LetterPlace {
    requireNonNull(topic, "topic is null");
  }

  /**
   * Reads TOPIC/PARTITION/OFFSET, the topic short or in full.
   *
   * @throws WrongParameter if it is none
   */
  static LetterPlace parse(String parameter, String value) {
    Matcher parts = TEXT.matcher(value);
    if (!parts.matches()) {
      throw new WrongParameter(parameter, value, "TOPIC/PARTITION/OFFSET, such as orders/0/17");
    }
    String topic = parts.group(1);
    return new LetterPlace(
        topic.startsWith(PREFIX) ? topic : PREFIX + topic,
        Integer.parseInt(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  /** A topic's name without what all names begin with. */
  public static String shortName(String topic) {
    return topic.startsWith(PREFIX) ? topic.substring(PREFIX.length()) : topic;
  }

  /** As it is written in the address: {@code orders/0/17}. */
  @Override
  public String toString() {
    return "%s/%d/%d".formatted(shortName(topic), partition, offset);
  }
}
