package dev.highstreet.simulator.shopper;

import java.util.Arrays;

/** Customers by the business time of their next visit: a binary heap without objects. */
final class Queue {
  private double[] times = new double[1024];
  private int[] customers = new int[1024];
  private int size;

  boolean isDue(double before) {
    return size > 0 && times[0] < before;
  }

  void add(int customer, double time) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      customers = Arrays.copyOf(customers, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (times[parent] <= time) {
        break;
      }
      place(at, times[parent], customers[parent]);
      at = parent;
    }
    place(at, time, customer);
  }

  /** Takes the customer whose visit comes first. */
  int remove() {
    int first = customers[0];
    size--;
    double time = times[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[child] >= time) {
        break;
      }
      place(at, times[child], customers[child]);
      at = child;
    }
    place(at, time, customers[size]);
    return first;
  }

  private void place(int at, double time, int customer) {
    times[at] = time;
    customers[at] = customer;
  }
}
