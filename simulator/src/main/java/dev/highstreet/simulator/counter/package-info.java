/**
 * Where people who are no simulated shoppers do business with a shop: what they may see of it, what
 * they may ask for, and what they are told.
 */
package dev.highstreet.simulator.counter;
