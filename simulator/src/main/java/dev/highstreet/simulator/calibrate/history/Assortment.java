package dev.highstreet.simulator.calibrate.history;

import dev.highstreet.simulator.transactions.Categories;
import dev.highstreet.simulator.transactions.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The products of a file. A product's category is, as in a replay, the newest that the file names,
 * or else the one derived from its newest description on a row with a price.
 */
final class Assortment {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Product> products = new ArrayList<>();

  private static final class Product {
    private final String code;
    private final Newest category = new Newest();
    private final Newest pricedDescription = new Newest();
    private final Newest description = new Newest();

    Product(String code) {
      this.code = code;
    }

    void add(Row row) {
      long at = row.time().toEpochMilli();
      category.say(row.category(), at);
      description.say(row.description(), at);
      if (row.priceMicros() > 0) {
        pricedDescription.say(row.description(), at);
      }
    }

    String category(Categories categories) {
      String name = pricedDescription.orElse(description.orElse(code));
      return category.isKnown() ? category.text : categories.of(code, name);
    }
  }

  /** A text that may be said again, and differently, later. */
  private static final class Newest {
    private String text = "";
    private long at = Long.MIN_VALUE;

    void say(String said, long when) {
      if (!said.isEmpty() && when >= at) {
        text = said;
        at = when;
      }
    }

    boolean isKnown() {
      return !text.isEmpty();
    }

    String orElse(String other) {
      return isKnown() ? text : other;
    }
  }

  /** The number of a row's product, from 0; the row is heard about it. */
  int number(Row row) {
    int number = numbers.computeIfAbsent(row.product(), this::add);
    products.get(number).add(row);
    return number;
  }

  private int add(String code) {
    products.add(new Product(code));
    return products.size() - 1;
  }

  int size() {
    return products.size();
  }

  String code(int number) {
    return products.get(number).code;
  }

  String category(int number, Categories categories) {
    return products.get(number).category(categories);
  }
}
