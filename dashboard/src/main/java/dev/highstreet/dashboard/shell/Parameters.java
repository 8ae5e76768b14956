package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query parameters of a request: each at most once, trimmed, an empty one as good as absent.
 */
public final class Parameters {
  private static final int LONGEST = 200;

  /** A place in a list is a row's whole key: ids of 200 characters, some of them escaped. */
  private static final int LONGEST_PLACE = 700;

  private static final String PLACE = "after";

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Those of a request.
   *
   * @throws WrongParameter if one is given twice, is longer than 200 characters, cannot be decoded
   *     or has control characters
   */
  public static Parameters of(Context request) {
    Map<String, String> values = new LinkedHashMap<>();
    request.queryParamMap().forEach((name, given) -> put(values, name, given));
    return new Parameters(values);
  }

  /**
   * Those of a request that takes only some: a misspelt one is no wish to be passed over.
   *
   * @throws WrongParameter as {@link #of(Context)}, and if there is another than these
   */
  public static Parameters of(Context request, List<String> names) {
    Parameters parameters = of(request);
    for (String name : parameters.values.keySet()) {
      if (!names.contains(name)) {
        throw new WrongParameter(
            name,
            parameters.values.get(name),
            "no such parameter, only " + String.join(", ", names));
      }
    }
    return parameters;
  }

  /** For tests and links: names and values in turn. */
  public static Parameters of(Map<String, String> values) {
    return new Parameters(values);
  }

  private static void put(Map<String, String> values, String name, List<String> given) {
    if (given.size() > 1) {
      throw new WrongParameter(name, String.join(", ", given), "one value, not several");
    }
    if (given.isEmpty()) {
      throw new WrongParameter(name, "", "text in percent encoding");
    }
    String value = given.get(0).strip();
    int longest = name.equals(PLACE) ? LONGEST_PLACE : LONGEST;
    if (value.length() > longest) {
      throw new WrongParameter(
          name, value.substring(0, longest) + "…", "at most " + longest + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new WrongParameter(
          name, value.replaceAll("\\p{Cc}", "\ufffd"), "text without control characters");
    }
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }

  /** The value of a parameter, empty where it is absent. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(requireNonNull(name, "name is null")));
  }

  /**
   * The value of a parameter that takes a whole number.
   *
   * @throws WrongParameter if it is none, or out of these bounds
   */
  public int number(String name, int otherwise, int least, int most) {
    Optional<String> value = get(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same to its reader: not a number that is allowed
    }
    throw new WrongParameter(
        name, value.get(), "a whole number from %d to %d".formatted(least, most));
  }

  /**
   * The value of a parameter that takes a few known words.
   *
   * @throws WrongParameter if it is another word
   */
  public Optional<String> oneOf(String name, List<String> words) {
    Optional<String> value = get(name);
    if (value.isPresent() && !words.contains(value.get())) {
      throw new WrongParameter(name, value.get(), String.join(" or ", words));
    }
    return value;
  }
}
