package dev.highstreet.simulator.calibrate.fit;

/** One line of the past: in which month of the period, how many units, at what price. */
record SoldLine(int month, int quantity, long priceMicros) {}
