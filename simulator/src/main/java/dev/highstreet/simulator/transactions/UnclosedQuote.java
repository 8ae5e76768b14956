package dev.highstreet.simulator.transactions;

import java.util.List;

/**
 * Finds what no parser can: a quote that is never closed takes in everything up to the next quote,
 * or to the end of the file, and where that is the end of a row, the row looks well-formed.
 */
final class UnclosedQuote {
  private final int separatorsOfARow;
  private final char separator;

  UnclosedQuote(int columns, char separator) {
    this.separatorsOfARow = columns - 1;
    this.separator = separator;
  }

  /**
   * Refuses a row with a field in which two lines that follow one another hold as many separators
   * as a row has. A text of several lines does not, unless it is a very long list.
   */
  void refuse(List<String> fields) throws RejectedRowException {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).indexOf('\n') < 0 && fields.get(i).indexOf('\r') < 0) {
        continue; // nearly all of them
      }
      List<String> lines = fields.get(i).strip().lines().toList();
      for (int next = 1; next < lines.size(); next++) {
        if (separators(lines.get(next - 1)) + separators(lines.get(next)) >= separatorsOfARow) {
          throw new RejectedRowException(
              RejectReason.UNCLOSED_QUOTE,
              "the quote (\") that opens field %d is not closed; lines swallowed: %d"
                  .formatted(i + 1, lines.size() - 1));
        }
      }
    }
  }

  private long separators(String line) {
    return line.chars().filter(character -> character == separator).count();
  }
}
