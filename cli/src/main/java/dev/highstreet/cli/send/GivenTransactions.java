package dev.highstreet.cli.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Transactions that somebody wrote into a file. What they hold is the receiver's to judge; here
 * they are objects, and their amounts stay as exact as they are written.
 */
final class GivenTransactions {
  private static final long MOST_BYTES = 64L << 20;
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private GivenTransactions() {}

  /**
   * Those of a file: an array, or an object that has one as its {@code transactions}.
   *
   * @throws CommandException if it holds none, or something else
   */
  static List<ObjectNode> read(Path file) {
    JsonNode content = content(file);
    JsonNode array = content.isObject() ? content.path("transactions") : content;
    if (!array.isArray() || array.isEmpty()) {
      throw CommandException.usedWrongly(
          "%s holds no transactions: write an array of them, or an object with one as its \"transactions\""
              .formatted(file));
    }
    List<ObjectNode> transactions = new ArrayList<>(array.size());
    for (JsonNode entry : array) {
      if (!(entry instanceof ObjectNode transaction)) {
        throw CommandException.usedWrongly(
            "%s: entry %d is no object, and a transaction is one"
                .formatted(file, transactions.size()));
      }
      transactions.add(transaction);
    }
    return transactions;
  }

  private static JsonNode content(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw CommandException.usedWrongly(
            String.format(
                Locale.ROOT,
                "%s has %,d bytes, and at most %,d are read: send it in parts",
                file,
                size,
                MOST_BYTES));
      }
      return EXACT.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw CommandException.usedWrongly(
          "%s, line %d, column %d: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s: %s".formatted(file, FileProblem.describe(e)), e);
    }
  }
}
