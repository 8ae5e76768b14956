/** Fits a profile to the history of a shop: a class a subject. */
package dev.highstreet.simulator.calibrate.fit;
