package dev.highstreet.simulator.calibrate.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows were left out, and why. */
final class DroppedRows {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(String reason) {
    counts.merge(reason, 1L, Long::sum);
  }

  /** The most frequent reason first; equally frequent ones by name. */
  Map<String, Long> byReason() {
    List<Map.Entry<String, Long>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder())); // stable
    Map<String, Long> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** The same in a line for a user. */
  String describe() {
    return byReason().entrySet().stream()
        .map(entry -> "%s %d".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
