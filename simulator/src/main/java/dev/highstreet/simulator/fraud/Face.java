package dev.highstreet.simulator.fraud;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Devices;

/**
 * What an order comes with that tells who is behind it.
 *
 * @param device its id
 * @param agent its browser or app
 * @param ipAddress where it is
 */
record Face(String device, String agent, String ipAddress) {
  /** Somebody whom the shop has never seen. */
  static Face stranger(long seed, long number, RandomStream random) {
    boolean phone = random.nextBoolean();
    return new Face(
        phone ? Devices.phone(seed, ~number) : Devices.computer(seed, ~number),
        phone ? Devices.phoneAgent(random) : Devices.computerAgent(random),
        Devices.ipAddress(random));
  }

  /** A customer at home. */
  static Face of(Customer customer) {
    return new Face(customer.phone(), customer.phoneAgent(), customer.ipAddress());
  }

  /** The same device somewhere else. */
  Face at(String otherAddress) {
    return new Face(device, agent, otherAddress);
  }
}
