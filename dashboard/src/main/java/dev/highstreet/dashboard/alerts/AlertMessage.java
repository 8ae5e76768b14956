package dev.highstreet.dashboard.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;

/**
 * An alert as it is sent: {@code {"source": "highstreet", "event": "begins", "kind": "JOB_DOWN",
 * "title", "text", "since", "at"}}, times in UTC.
 */
final class AlertMessage {
  private AlertMessage() {}

  static String json(AlertBoard.Change change) {
    Alert alert = change.alert();
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("source", "highstreet")
            .put("event", change.begins() ? "begins" : "ends")
            .put("kind", alert.kind().name())
            .put("title", alert.kind().title())
            .put("text", alert.words())
            .put("since", alert.since().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("at", change.at().truncatedTo(ChronoUnit.MILLIS).toString());
    return message.toString();
  }
}
