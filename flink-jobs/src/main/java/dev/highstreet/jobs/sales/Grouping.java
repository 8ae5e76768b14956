package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.enrich.BookedLine;
import dev.highstreet.jobs.enrich.BookedTransaction;
import java.util.Arrays;
import java.util.List;

/**
 * By what sales are grouped, and at which grains: the one place that lists the sales marts. A new
 * constant here, and a table for each grain in the migrations, is a new mart.
 */
public enum Grouping {
  /** All sales together. */
  TOTAL("", null, 1) {
    @Override
    String group(BookedTransaction transaction, BookedLine line) {
      return "";
    }
  },
  /** By stock code. There are many, so a period's groups are spread over several keys. */
  PRODUCT("_by_product", "product_id", 16) {
    @Override
    String group(BookedTransaction transaction, BookedLine line) {
      return line.line().productId();
    }
  },
  /** By the category of the revision that was sold. */
  CATEGORY("_by_category", "category", 1) {
    @Override
    String group(BookedTransaction transaction, BookedLine line) {
      return line.category();
    }
  },
  /** By store. */
  STORE("_by_store", "store_id", 1) {
    @Override
    String group(BookedTransaction transaction, BookedLine line) {
      return transaction.transaction().storeId();
    }
  },
  /** By the type of the store. */
  CHANNEL("_by_channel", "channel", 1) {
    @Override
    String group(BookedTransaction transaction, BookedLine line) {
      return transaction.channel();
    }
  };

  private final String hourly;
  private final String daily;
  private final String monthly;
  private final String column;
  private final int shards;

  Grouping(String suffix, String column, int shards) {
    this.column = column;
    this.shards = shards;
    this.hourly = prefix(Grain.HOUR) + "_sales" + suffix;
    this.daily = prefix(Grain.DAY) + "_sales" + suffix;
    this.monthly = prefix(Grain.MONTH) + "_sales" + suffix;
  }

  /** The group that a line belongs to. */
  abstract String group(BookedTransaction transaction, BookedLine line);

  /** Whether all lines of a transaction belong to one group. */
  boolean isOfTransaction() {
    return this == TOTAL || this == STORE || this == CHANNEL;
  }

  /** The name of the mart at a grain, without its schema. */
  String mart(Grain grain) {
    return switch (grain) { // made once: this is asked for each line
      case HOUR -> hourly;
      case DAY -> daily;
      case MONTH -> monthly;
    };
  }

  /** The key column that names the group; null where there is only one group. */
  String column() {
    return column;
  }

  /** The grains at which there is a mart; hours only of all sales together. */
  List<Grain> grains() {
    return this == TOTAL
        ? List.of(Grain.HOUR, Grain.DAY, Grain.MONTH)
        : List.of(Grain.DAY, Grain.MONTH);
  }

  /** Over how many keys a period's groups are spread. */
  int shards() {
    return shards;
  }

  /** The grain of a mart, by its name without schema. */
  static Grain grainOf(String mart) {
    return Arrays.stream(Grain.values())
        .filter(grain -> mart.startsWith(prefix(grain)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s is no sales mart".formatted(mart)));
  }

  private static String prefix(Grain grain) {
    return switch (grain) {
      case HOUR -> "hourly";
      case DAY -> "daily";
      case MONTH -> "monthly";
    };
  }
}
