/**
 * Says how hard it is to tell a simulated shop from the real one: distances between distributions,
 * a classifier that tries, and beside each figure what two halves of the real shop differ by.
 */
package dev.highstreet.simulator.calibrate.score;
