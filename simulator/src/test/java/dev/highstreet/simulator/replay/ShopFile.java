package dev.highstreet.simulator.replay;

import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small files of transactions in the usual columns, and what a replay makes of them. */
final class ShopFile {
  static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  private ShopFile() {}

  /** Writes the usual header and these rows. */
  static Path write(Path folder, String... rows) {
    return writeText(folder, HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  static Path writeText(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("shop.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReplayOptions options(Path folder) {
    return ReplayOptions.of(folder.resolve("shop.csv"), folder.resolve("rejects.csv"));
  }

  /** Everything that a replay of these rows emits. */
  static RecordingSink replay(Path folder, String... rows) throws UnusableFileException {
    write(folder, rows);
    return replay(options(folder));
  }

  static RecordingSink replay(ReplayOptions options) throws UnusableFileException {
    RecordingSink sink = new RecordingSink();
    ReplayReport unused = Replay.open(options).run(sink, progress -> {});
    return sink;
  }

  /** The rows that the last replay rejected, the header left out. */
  static List<String> rejects(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("rejects.csv"));
      return lines.subList(1, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
