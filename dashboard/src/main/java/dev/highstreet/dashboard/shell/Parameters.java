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
    if (value.length() > LONGEST) {
      throw new WrongParameter(
          name, value.substring(0, LONGEST) + "…", "at most " + LONGEST + " characters");
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
