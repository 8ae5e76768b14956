/** Fits a profile to what a shop sold, and scores what is simulated with it. */
package dev.highstreet.simulator.calibrate;
