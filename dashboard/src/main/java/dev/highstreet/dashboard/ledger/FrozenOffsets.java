package dev.highstreet.dashboard.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads {@code ops.runs.start_offsets} and {@code end_offsets}: {@code {"topic": {"partition":
 * offset}}}.
 */
final class FrozenOffsets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FrozenOffsets() {}

  /** Records that lie before these offsets, per topic; none for null. */
  static Map<String, Long> recordsBefore(String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      Map<String, Map<String, Long>> offsets = JSON.readValue(json, new TypeReference<>() {});
      Map<String, Long> before = new HashMap<>();
      offsets.forEach(
          (topic, partitions) ->
              before.put(topic, partitions.values().stream().mapToLong(Long::longValue).sum()));
      return before;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "offsets in ops.runs are not of the agreed shape: " + json, e);
    }
  }
}
