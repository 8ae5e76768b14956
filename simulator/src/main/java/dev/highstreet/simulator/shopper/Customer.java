package dev.highstreet.simulator.shopper;

/** A customer's life so far. One thread at a time works on it. */
final class Customer {
  private final Person person;
  private final Memory memory = new Memory();
  private int visits;
  private double nextVisit;
  private long registeredAt;
  private boolean gone;

  Customer(Person person, double firstVisit) {
    this.person = person;
    this.nextVisit = firstVisit;
  }

  Person person() {
    return person;
  }

  Memory memory() {
    return memory;
  }

  /** Counts a visit, and returns how many there were. */
  int countVisit() {
    return ++visits;
  }

  /** The business time of the next visit. */
  double nextVisit() {
    return nextVisit;
  }

  void nextVisit(double time) {
    nextVisit = time;
  }

  /** Whether there is another visit. */
  boolean comesBack() {
    return !gone;
  }

  void leave() {
    gone = true;
  }

  /** Milliseconds since 1970, UTC. */
  long registeredAt() {
    return registeredAt;
  }

  void registeredAt(long millis) {
    registeredAt = millis;
  }
}
