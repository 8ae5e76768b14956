package dev.highstreet.simulator.shopper;

/** What sets one order apart from others: see the profile's baskets. */
record Scores(double lines, double quantity, double price) {}
