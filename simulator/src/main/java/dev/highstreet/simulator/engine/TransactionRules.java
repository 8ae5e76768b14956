package dev.highstreet.simulator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.schemas.EventId;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Return;
import dev.highstreet.simulator.counter.Sale;
import dev.highstreet.simulator.counter.Transaction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What others' sales and returns must be for a shop to take them. Together with what the types
 * refuse by themselves, nothing that passes is quarantined by the jobs, or late.
 */
final class TransactionRules {
  private static final long MOST_COST_MICROS = 100_000_000_000_000L; // as the contract has it
  private static final int ID_LENGTH = 16;

  /** Ids that the shop gives to orders and returns of its own. */
  private static final Pattern OURS =
      Pattern.compile("(O[0-9]{8,}|X[0-9A-HJKMNP-TV-Z]{13})(-R[0-9]+)?");

  private final ShopFloor floor;
  private final Directory directory;

  TransactionRules(ShopFloor floor, Directory directory) {
    this.floor = floor;
    this.directory = directory;
  }

  /** The id of a transaction's event: the same for the same id, in every run. */
  static EventId eventId(String kind, String id) {
    try {
      byte[] text = (kind + ' ' + id).getBytes(UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return new EventId(Arrays.copyOf(hash, ID_LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** When a sale occurred, or a refusal. */
  Instant judge(Sale sale) {
    directory.refuseUnknownStore("storeId", sale.storeId());
    Costs costs = new Costs();
    for (int i = 0; i < sale.lines().size(); i++) {
      Sale.Line line = sale.lines().get(i);
      costs.add(i, line.productId(), line.quantity());
    }
    return timeOf(sale);
  }

  /** When a return occurred, or a refusal. */
  Instant judge(Return back) {
    directory.refuseUnknownStore("storeId", back.storeId());
    Costs costs = new Costs();
    for (int i = 0; i < back.lines().size(); i++) {
      Return.Line line = back.lines().get(i);
      costs.add(i, line.productId(), line.quantity());
    }
    return timeOf(back);
  }

  /** The revision that a line names, or the newest if it names none. */
  int revision(int line, String productId, Integer named) {
    Directory.Goods product = directory.goods(path(line) + "productId", productId);
    if (named == null) {
      return product.revision();
    }
    if (named < 1 || named > product.revision()) {
      String field = path(line) + "productRevision";
      throw new RefusedException(
          field,
          "%s is %d: %s has revisions 1 to %d; leave it out for the newest"
              .formatted(field, named, product.id(), product.revision()));
    }
    return named;
  }

  /**
   * What happened on a day that is over is in the truth of that day, which is written: only a time
   * of the present day can be kept. Such an event is never late, as a day is shorter than that.
   */
  private Instant timeOf(Transaction transaction) {
    if (OURS.matcher(transaction.id()).matches()) {
      throw new RefusedException(
          "id",
          "id is \"%s\", as the shop's own orders are called: put something before it"
              .formatted(transaction.id()));
    }
    Instant present = floor.instant();
    Instant given = transaction.occurredAt();
    if (given == null) {
      return present;
    }
    Instant midnight =
        Instant.ofEpochMilli(floor.startOf(LocalDate.ofInstant(present, floor.zone())));
    if (given.isBefore(midnight) || given.isAfter(present)) {
      throw new RefusedException(
          "occurredAt",
          "occurredAt is %s: give a time from %s to %s, the shop's present, or none for that"
              .formatted(given, midnight, present));
    }
    return Instant.ofEpochMilli(given.toEpochMilli());
  }

  private static String path(int line) {
    return "lines[%d].".formatted(line);
  }

  /** What the goods of a transaction cost, by the dearest revisions. */
  private final class Costs {
    private long micros;

    void add(int line, String productId, int quantity) {
      long cost = directory.goods(path(line) + "productId", productId).greatestCostMicros();
      if (cost > (MOST_COST_MICROS - micros) / quantity) {
        String field = path(line) + "quantity";
        throw new RefusedException(
            field,
            "%s is %d: goods up to here cost more than %d micros; give fewer"
                .formatted(field, quantity, MOST_COST_MICROS));
      }
      micros += cost * quantity;
    }
  }
}
