package dev.highstreet.simulator.calibrate.report;

/**
 * What is said around a chart.
 *
 * @param title what it shows
 * @param says how to read it, in a sentence
 * @param distance what the scorecard says of the same; empty if nothing
 */
public record Figure(String title, String says, String distance) {}
