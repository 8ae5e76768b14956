package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a record was read: it names a dead letter.
 *
 * @param topic one that carries events
 * @param partition from 0
 * @param offset from 0
 */
record Place(Topic topic, int partition, long offset) {
  private static final String PREFIX = "highstreet.";
  private static final Pattern TEXT = Pattern.compile("([^/]+)/(\\d{1,9})/(\\d{1,18})");

  Place {
    requireNonNull(topic, "topic is null");
  }

  /** Reads TOPIC/PARTITION/OFFSET. */
  static final class Reader implements ITypeConverter<Place> {
    @Override
    public Place convert(String text) {
      Matcher parts = TEXT.matcher(text);
      if (!parts.matches()) {
        throw new TypeConversionException(
            "'%s' is no place; write TOPIC/PARTITION/OFFSET, such as orders/0/17".formatted(text));
      }
      return new Place(
          topic(parts.group(1)), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }
  }

  /** Reads the name of a topic, short or in full. */
  static final class TopicReader implements ITypeConverter<Topic> {
    @Override
    public Topic convert(String text) {
      return topic(text);
    }
  }

  private static Topic topic(String name) {
    return Topic.named(name.startsWith(PREFIX) ? name : PREFIX + name)
        .filter(Topic.EVENTS::contains)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no topic '%s'; there are %s"
                        .formatted(
                            name,
                            Arrays.stream(Topic.values())
                                .filter(Topic.EVENTS::contains)
                                .map(Place::shortName)
                                .collect(Collectors.joining(", ")))));
  }

  static String shortName(Topic topic) {
    return topic.topicName().substring(PREFIX.length());
  }

  /** As it can be written on the command line. */
  @Override
  public String toString() {
    return "%s/%d/%d".formatted(shortName(topic), partition, offset);
  }
}
