package dev.highstreet.dashboard.webhook;

import java.time.Instant;
import java.util.regex.Matcher;

/** Bodies as senders write them. */
final class Bodies {
  private Bodies() {}

  /** One with these transactions. */
  static String delivery(String id, Instant timestamp, String... transactions) {
    return """
        {"id": "%s", "timestamp": "%s", "transactions": [%s]}"""
        .formatted(id, timestamp, String.join(", ", transactions));
  }

  /** Two cups at 2.50. */
  static String cups(String orderId) {
    return """
        {"orderId": "%s", "storeId": "WEB", "lines": [{"productId": "CUP", "quantity": 2, "unitPrice": "2.50"}]}"""
        .formatted(orderId);
  }

  /** Two cups, with one field of the line written otherwise. */
  static String cupsWith(String field, String value) {
    return cups("A-1")
        .replaceFirst(
            "\"%s\": (\"[^\"]*\"|[0-9]+)".formatted(field),
            Matcher.quoteReplacement("\"" + field + "\": " + value));
  }

  /** Two cups, and more fields of the order. */
  static String cupsAnd(String fields) {
    return "{" + fields + ", " + cups("A-1").substring(1);
  }
}
