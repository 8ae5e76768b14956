package dev.highstreet.simulator.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the corner shop sells: 24 kinds of things, each in five patterns, and their prices. */
final class Range {
  /**
   * One product.
   *
   * @param place in the range, from 0
   * @param pence what one costs in October
   */
  record Product(int place, String code, String description, int pence) {
    private static final LocalDate NEW_YEAR = LocalDate.of(2011, 1, 1);
    private static final LocalDate SPRING = LocalDate.of(2011, 3, 1);
    private static final int CASE = 12;

    /** A third go up in January, a seventh go down in March, and whole cases are cheaper. */
    BigDecimal price(LocalDate day, int quantity) {
      BigDecimal price = BigDecimal.valueOf(pence, 2);
      if (place % 3 == 0 && !day.isBefore(NEW_YEAR)) {
        price = price.multiply(new BigDecimal("1.06"));
      }
      if (place % 7 == 0 && !day.isBefore(SPRING)) {
        price = price.multiply(new BigDecimal("0.90"));
      }
      if (quantity >= CASE) {
        price = price.multiply(new BigDecimal("0.85"));
      }
      return price.setScale(2, RoundingMode.HALF_UP);
    }

    /** One product is not described before December, and another is renamed in February. */
    String descriptionOn(LocalDate day) {
      if (place == 17 && day.isBefore(LocalDate.of(2010, 12, 1))) {
        return "";
      }
      if (place == 31 && !day.isBefore(LocalDate.of(2011, 2, 1))) {
        return description + " NEW DESIGN";
      }
      return description;
    }

    /** Christmas things leave the shelves on Christmas Eve. */
    boolean soldOn(LocalDate day) {
      return !description.contains("CHRISTMAS") || day.isBefore(LocalDate.of(2010, 12, 24));
    }
  }

  private static final String[] PATTERNS = {
    "RED SPOTTY", "BLUE STRIPE", "SAGE LEAF", "MUSTARD CHECK", "CREAM LINEN"
  };

  private static final String[] THINGS = {
    "TEAPOT",
    "MUG",
    "CAKE STAND",
    "TEA TOWELS, SET OF 3",
    "OVEN GLOVE",
    "LUNCH BAG",
    "SHOPPER",
    "HAND WARMER",
    "T-LIGHT HOLDER",
    "LANTERN",
    "SCENTED CANDLE",
    "BUNTING",
    "PARTY PLATES",
    "GIFT WRAP",
    "NOTEBOOK",
    "WOODEN TOY TRAIN",
    "JIGSAW",
    "CUSHION",
    "DOORMAT",
    "STORAGE TIN",
    "COAT HOOK",
    "FRAME 6\" X 4\"",
    "WATERING CAN",
    "CHRISTMAS STOCKING"
  };

  private static final int[] PENCE = {
    895, 295, 1295, 850, 375, 165, 208, 210, 85, 495, 125, 465, 185, 42, 145, 375, 250, 675, 795,
    395, 165, 325, 575, 245
  };

  private Range() {}

  static List<Product> products() {
    List<Product> products = new ArrayList<>();
    for (int thing = 0; thing < THINGS.length; thing++) {
      for (int pattern = 0; pattern < PATTERNS.length; pattern++) {
        String code = "%d%c".formatted(31_001 + thing, 'A' + pattern);
        String description = PATTERNS[pattern] + " " + THINGS[thing];
        products.add(new Product(products.size(), code, description, PENCE[thing] + pattern * 5));
      }
    }
    return products;
  }
}
