/** The shop's clock, its random streams, and the loop that carries a day's events in order. */
package dev.highstreet.simulator.engine;
