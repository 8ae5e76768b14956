package dev.highstreet.jobs.event;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A set of places in Kafka, which travels inside a job: eight bytes a place. Immutable once it is
 * built.
 */
public final class Places implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, HashMap<Integer, long[]>> offsets = new HashMap<>();

  private Places() {}

  /** No place. */
  public static Places none() {
    return new Builder().build();
  }

  /** Whether the place is one of them. */
  public boolean contains(Origin place) {
    Map<Integer, long[]> partitions = offsets.get(place.topic());
    long[] known = partitions == null ? null : partitions.get(place.partition());
    return known != null && Arrays.binarySearch(known, place.offset()) >= 0;
  }

  /** Collects places, in any order. */
  public static final class Builder {
    private final Map<String, Map<Integer, long[]>> collected = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> sizes = new HashMap<>();

    /** Adds a place. */
    public Builder add(String topic, int partition, long offset) {
      Map<Integer, long[]> partitions = collected.computeIfAbsent(topic, name -> new HashMap<>());
      int size =
          sizes.computeIfAbsent(topic, name -> new HashMap<>()).merge(partition, 1, Integer::sum);
      long[] offsets = partitions.computeIfAbsent(partition, number -> new long[16]);
      if (size > offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        partitions.put(partition, offsets);
      }
      offsets[size - 1] = offset;
      return this;
    }

    /** The set of them. */
    public Places build() {
      Places places = new Places();
      collected.forEach(
          (topic, partitions) ->
              partitions.forEach(
                  (partition, offsets) -> {
                    long[] sorted = Arrays.copyOf(offsets, sizes.get(topic).get(partition));
                    Arrays.sort(sorted);
                    places
                        .offsets
                        .computeIfAbsent(topic, name -> new HashMap<>())
                        .put(partition, sorted);
                  }));
      return places;
    }
  }
}
