package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object. What is wrong with one is noted, and something harmless is read in
 * its place, so that everything that is wrong can be told at once. A null is as good as absent.
 */
public final class Fields {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_ADDRESS = 45; // an IPv4 address written as an IPv6 one
  private static final int LONGEST_TEXT = 512;
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final JsonNode object;
  private final String path;
  private final Problems problems;
  private final Set<String> known = new HashSet<>();

  private Fields(JsonNode object, String path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /**
   * Those of a value; none if it is no object, which is noted.
   *
   * @param name where it is, such as {@code transactions[3]}; empty for the body
   */
  public static Optional<Fields> of(JsonNode value, String name, Problems problems) {
    requireNonNull(problems, "problems is null");
    if (!value.isObject()) {
      problems.add(name.isEmpty() ? "body" : name, value, "an object");
      return Optional.empty();
    }
    return Optional.of(new Fields(value, name.isEmpty() ? "" : name + ".", problems));
  }

  /** Where a field of this object is. */
  private String path(String name) {
    return path + name;
  }

  private Optional<JsonNode> value(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  /** Notes what is wrong with a field's value. */
  public void refuse(String name, String allowed) {
    problems.add(path(name), object.get(name), allowed);
  }

  /** An id, which must be there; empty if it is at fault. */
  public String id(String name) {
    if (value(name).isEmpty()) {
      refuse(name, "a text of 1 to %d characters".formatted(LONGEST_ID));
      return "";
    }
    return Optional.ofNullable(optionalId(name)).orElse("");
  }

  /** An id; null if it is absent. */
  public String optionalId(String name) {
    return text(name, LONGEST_ID);
  }

  /** A text; null if it is absent. */
  public String optionalText(String name) {
    return text(name, LONGEST_TEXT);
  }

  /** A network address; null if it is absent. */
  public String optionalAddress(String name) {
    String address = text(name, LONGEST_ADDRESS);
    if (address != null && !ADDRESS.matcher(address).matches()) {
      refuse(name, "an IP address");
      return null;
    }
    return address;
  }

  /** A text, which must be there; empty if it is at fault. */
  public String text(String name) {
    if (value(name).isEmpty()) {
      refuse(name, "a text of 1 to %d characters".formatted(LONGEST_TEXT));
      return "";
    }
    return Optional.ofNullable(optionalText(name)).orElse("");
  }

  /** True or false. */
  public boolean optionalTruth(String name, boolean otherwise) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      refuse(name, "true or false");
    }
    return value.map(truth -> truth.asBoolean(otherwise)).orElse(otherwise);
  }

  /** A number that is no amount, such as a share; null if it is absent or at fault. */
  public Double optionalNumber(String name, int least, int most) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return null;
    }
    OptionalLong millionths = Amount.micros(value.get());
    if (millionths.isEmpty()
        || millionths.getAsLong() < least * 1_000_000L
        || millionths.getAsLong() > most * 1_000_000L) {
      refuse(name, "a number from %d to %d, with six decimals at most".formatted(least, most));
      return null;
    }
    return millionths.getAsLong() / 1_000_000.0;
  }

  /** One of some words, which must be there; the other if it is at fault. */
  public <E extends Enum<E>> E word(String name, Class<E> words, E otherwise) {
    if (value(name).isEmpty()) {
      refuse(name, "one of " + Arrays.toString(words.getEnumConstants()));
    }
    return optionalWord(name, words, otherwise);
  }

  private String text(String name, int longest) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return null;
    }
    String text = value.get().textValue(); // null of what is no text
    if (text == null || text.isBlank() || text.length() > longest || odd(text)) {
      refuse(
          name,
          "a text of 1 to %d characters, none of which is a control character or half of one"
              .formatted(longest));
      return null;
    }
    return text;
  }

  /** No table holds a NUL, and half of a character becomes a question mark on the wire. */
  private static boolean odd(String text) {
    return text.codePoints()
        .anyMatch(
            point ->
                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }

  /** A whole number, which must be there; the least if it is at fault. */
  public int whole(String name, int least, int most) {
    if (value(name).isEmpty()) {
      refuse(name, "a whole number from %d to %d".formatted(least, most));
      return least;
    }
    return optionalWhole(name, least, most, least);
  }

  /** A whole number. */
  public int optionalWhole(String name, int least, int most, int otherwise) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    boolean inside =
        value.get().isIntegralNumber()
            && value.get().canConvertToInt()
            && value.get().intValue() >= least
            && value.get().intValue() <= most;
    if (!inside) {
      refuse(name, "a whole number from %d to %d".formatted(least, most));
      return least;
    }
    return value.get().intValue();
  }

  /** An amount in micros, which must be there; the least if it is at fault. */
  public long micros(String name, long least, long most) {
    if (value(name).isEmpty()) {
      refuse(name, amounts(least, most));
      return least;
    }
    return optionalMicros(name, least, most).orElse(least);
  }

  /** An amount in micros; empty if it is absent or at fault. */
  public OptionalLong optionalMicros(String name, long least, long most) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong micros = Amount.micros(value.get());
    if (micros.isEmpty() || micros.getAsLong() < least || micros.getAsLong() > most) {
      refuse(name, amounts(least, most));
      return OptionalLong.empty();
    }
    return micros;
  }

  private static String amounts(long least, long most) {
    return "an amount from %s to %s, as a number or a text, with six decimals at most"
        .formatted(Amount.text(least), Amount.text(most));
  }

  /** An instant, which must be there. */
  public Instant time(String name) {
    if (value(name).isEmpty()) {
      refuse(name, "a time such as 2026-01-05T10:00:00Z");
      return Instant.EPOCH;
    }
    return optionalTime(name, Instant.EPOCH);
  }

  /** An instant after 1970; the other if it is absent or at fault. */
  public Instant optionalTime(String name, Instant otherwise) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      Instant time = Instant.parse(value.get().asText(""));
      if (value.get().isTextual() && time.isAfter(Instant.EPOCH) && time.isBefore(END_OF_TIME)) {
        return time;
      }
    } catch (DateTimeException e) {
      // told below
    }
    refuse(name, "a time such as 2026-01-05T10:00:00Z, after 1970");
    return otherwise;
  }

  /** One of some words. */
  public <E extends Enum<E>> E optionalWord(String name, Class<E> words, E otherwise) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equals(value.get().textValue()))
        .findFirst()
        .orElseGet(
            () -> {
              refuse(name, "one of " + Arrays.toString(words.getEnumConstants()));
              return otherwise;
            });
  }

  /** An array, which must be there, and hold something; empty if it is at fault. */
  public List<JsonNode> list(String name, int most) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty() || !value.get().isArray()) {
      refuse(name, "an array of 1 to %d entries".formatted(most));
      return List.of();
    }
    int size = value.get().size();
    if (size < 1 || size > most) {
      problems.add(
          path(name),
          TextNode.valueOf(size + " entries"),
          "an array of 1 to %d entries".formatted(most));
      return List.of();
    }
    return List.copyOf(value.get().valueStream().toList());
  }

  /** Notes every field that was not asked for: it may be one that its sender counts on. */
  public void refuseOthers() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                refuse(
                    name,
                    "no such field, but " + String.join(", ", known.stream().sorted().toList()));
              }
            });
  }
}
