package dev.highstreet.simulator.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What is still to happen, in order of time; of one time, what was put down first comes first.
 *
 * <p>A timing wheel (Varghese, Lauck: Hashed and hierarchical timing wheels, SOSP 1987) of two
 * levels: buckets of about a second for the next day and a half, and a bucket for each such span
 * beyond. A bucket is sorted when its second has come. Most happenings so cost an append and their
 * share of a small sort, however many are waiting.
 */
final class Agenda {
  private static final int SECOND_BITS = 10; // 1024 milliseconds
  private static final int SPAN_BITS = 27; // 2^17 such seconds, about 37 hours
  private static final int SECONDS = 1 << (SPAN_BITS - SECOND_BITS);

  private final Bucket[] seconds = new Bucket[SECONDS];
  private final Map<Long, Bucket> spans = new HashMap<>();
  private final ArrayDeque<Bucket> spare = new ArrayDeque<>();
  private final PriorityQueue<Added> added = new PriorityQueue<>();
  private final long[][] keys = {new long[1024]};
  private Bucket present = new Bucket();
  private int next;
  private long second;
  private long now;
  private long sequence;

  /** An agenda whose present is this time. */
  Agenda(long now) {
    this.now = now;
    this.second = now >> SECOND_BITS;
  }

  long now() {
    return now;
  }

  void at(long millis, Happening happening) {
    if (millis < now) {
      throw new IllegalArgumentException("%d has passed: it is %d now".formatted(millis, now));
    }
    long when = millis >> SECOND_BITS;
    if (when == second) {
      added.add(new Added(millis, sequence++, happening));
    } else if (millis >> SPAN_BITS == now >> SPAN_BITS) {
      addToSecond(millis, happening);
    } else {
      spans.computeIfAbsent(millis >> SPAN_BITS, span -> new Bucket()).add(millis, happening);
    }
  }

  /** Lets everything happen whose time is before this one; then it is this time. */
  void runUntil(long until) {
    while (true) {
      runPresent(until);
      long following = second + 1;
      if (following << SECOND_BITS > until) {
        break;
      }
      turnTo(following);
    }
    now = Math.max(now, until);
  }

  /**
   * The present second is over, or partly: what was put down before it began is sorted, what was
   * added since waits in the heap.
   */
  private void runPresent(long until) {
    while (true) {
      boolean sorted = next < present.size;
      Added first = added.peek();
      if (first != null && (!sorted || first.time < present.times[next])) {
        if (first.time >= until) {
          return;
        }
        added.poll();
        now = first.time;
        first.happening.happen(now);
      } else if (sorted && present.times[next] < until) {
        now = present.times[next];
        Happening happening = present.happenings[next];
        present.happenings[next++] = null;
        happening.happen(now);
      } else {
        return;
      }
    }
  }

  private void turnTo(long following) {
    present.clear();
    spare.push(present);
    next = 0;
    second = following;
    now = second << SECOND_BITS;
    if ((second & (SECONDS - 1)) == 0) {
      Bucket span = spans.remove(now >> SPAN_BITS);
      if (span != null) {
        spread(span);
      }
    }
    int index = (int) second & (SECONDS - 1);
    present = seconds[index] == null ? emptyBucket() : seconds[index];
    seconds[index] = null;
    present.sort(now, keys);
  }

  private void addToSecond(long millis, Happening happening) {
    int index = (int) (millis >> SECOND_BITS) & (SECONDS - 1);
    if (seconds[index] == null) {
      seconds[index] = emptyBucket();
    }
    seconds[index].add(millis, happening);
  }

  private Bucket emptyBucket() {
    return spare.isEmpty() ? new Bucket() : spare.pop();
  }

  private void spread(Bucket span) {
    for (int i = 0; i < span.size; i++) {
      addToSecond(span.times[i], span.happenings[i]);
    }
  }

  /** What came into the present second while it was running. */
  private record Added(long time, long sequence, Happening happening) implements Comparable<Added> {
    @Override
    public int compareTo(Added other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }

  /** Happenings of one second, or of one span, in the order in which they were put down. */
  private static final class Bucket {
    private long[] times = new long[4];
    private Happening[] happenings = new Happening[4];
    private int size;

    void add(long time, Happening happening) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        happenings = Arrays.copyOf(happenings, 2 * size);
      }
      times[size] = time;
      happenings[size++] = happening;
    }

    /** Sorts by time, and keeps the order of those of one time. */
    void sort(long start, long[][] keys) {
      if (size < 2) {
        return;
      }
      if (keys[0].length < size) {
        keys[0] = new long[2 * size];
      }
      long[] key = keys[0];
      for (int i = 0; i < size; i++) {
        key[i] = ((times[i] - start) << Integer.SIZE) | i;
      }
      Arrays.sort(key, 0, size);
      Happening[] unsorted = Arrays.copyOf(happenings, size);
      for (int i = 0; i < size; i++) {
        times[i] = start + (key[i] >> Integer.SIZE);
        happenings[i] = unsorted[(int) key[i]];
      }
    }

    void clear() {
      Arrays.fill(happenings, 0, size, null);
      size = 0;
    }
  }
}
