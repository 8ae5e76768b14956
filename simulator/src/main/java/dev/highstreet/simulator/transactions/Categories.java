package dev.highstreet.simulator.transactions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Derives a category from a product's code and description, for files that have none. An
 * assumption, by a list of our own ({@code categories.txt}): its first line that matches decides.
 */
public final class Categories {
  /** The category of what no line of the list matches. */
  public static final String OTHER = "Other";

  private static final String CODE = "=";
  private static final Pattern NO_WORD = Pattern.compile("[^A-Z0-9]+");

  private record Rule(String category, List<String> codes, List<String> words) {
    boolean matches(String code, String description) {
      return codes.contains(code) || words.stream().anyMatch(word -> description.contains(word));
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  private Categories() {}

  /** The list that comes with Highstreet. */
  public static Categories ours() {
    Categories categories = new Categories();
    for (String line : list()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        categories.rules.add(rule(line));
      }
    }
    return categories;
  }

  /** The lines of that list as they are written, for who reads them in another way. */
  public static List<String> list() {
    try (InputStream list = Categories.class.getResourceAsStream("categories.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(String line) {
    int colon = line.indexOf(':');
    List<String> codes = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String item : line.substring(colon + 1).split(",", -1)) {
      String text = item.strip();
      if (text.startsWith(CODE)) {
        codes.add(text.substring(CODE.length()));
      } else {
        words.add(words(text));
        words.add(words(text + "S"));
      }
    }
    return new Rule(line.substring(0, colon).strip(), codes, words);
  }

  /** The category of a product; {@link #OTHER} if no line of the list matches. */
  public String of(String code, String description) {
    String words = words(description);
    for (Rule rule : rules) {
      if (rule.matches(code, words)) {
        return rule.category();
      }
    }
    return OTHER;
  }

  /**
   * The words of a text in capitals, each between blanks, so that whole words can be looked for.
   */
  private static String words(String text) {
    return " " + NO_WORD.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }
}
