/** Reads what a shop sold from a file, and says what the file cannot tell. */
package dev.highstreet.simulator.calibrate.history;
