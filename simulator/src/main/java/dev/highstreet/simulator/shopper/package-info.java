/** Who buys, when, and what: shoppers as a profile describes them. */
package dev.highstreet.simulator.shopper;
