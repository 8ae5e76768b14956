package dev.highstreet.simulator.replay;

import dev.highstreet.simulator.transactions.RejectReason;
import dev.highstreet.simulator.transactions.Row;
import dev.highstreet.simulator.transactions.TransactionFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a file holds.
 *
 * @param rows the rows that can become part of an event, in the order of the file
 * @param read all rows, the rejected ones included
 * @param rejected how many rows cannot, by reason
 */
record Transactions(List<Row> rows, long read, Map<RejectReason, Long> rejected) {
  /**
   * Reads every row; those that cannot become part of an event go to the rejects file.
   *
   * @throws UnusableFileException if the file cannot be read, or not one row is left
   */
  static Transactions read(ReplayOptions options) throws UnusableFileException {
    List<Row> rows = new ArrayList<>();
    try (TransactionFile file =
            TransactionFile.open(options.file(), options.columns(), options.zone());
        RejectsFile rejects = RejectsFile.create(options.rejectsFile(), options.file())) {
      long read = file.read(rows::add, rejects::add);
      if (rows.isEmpty()) {
        throw new UnusableFileException(
            "none of the %d rows of %s can become an event: see %s"
                .formatted(read, options.file(), options.rejectsFile()));
      }
      return new Transactions(rows, read, rejects.counts());
    }
  }
}
