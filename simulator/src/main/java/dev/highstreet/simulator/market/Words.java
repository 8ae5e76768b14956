package dev.highstreet.simulator.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that names are made of, read once from {@code words.txt}. */
final class Words {
  private static final String NOUN = "noun ";
  private static final String ANY = "*";

  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  private Words() {}

  static Words ours() {
    Words words = new Words();
    for (String line : lines("words.txt")) {
      int colon = line.indexOf(':');
      words.lists.put(line.substring(0, colon), items(line.substring(colon + 1)));
    }
    return words;
  }

  /** The lines of a list of ours, without comments. */
  static List<String> lines(String name) {
    try (InputStream list = Words.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> of(String key) {
    return lists.get(key);
  }

  /** What products of a category may be: the nouns of the first list whose words it has. */
  List<String> nouns(String category) {
    String name = category.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      if (list.getKey().startsWith(NOUN)
          && items(list.getKey().substring(NOUN.length())).stream().anyMatch(name::contains)) {
        return list.getValue();
      }
    }
    return lists.get(NOUN + ANY);
  }

  /** Whether goods of a category bear no value added tax in the United Kingdom. */
  boolean zeroRated(String category) {
    String name = category.toLowerCase(Locale.ROOT);
    return of("zero-rated").stream().anyMatch(name::contains);
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
