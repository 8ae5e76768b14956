package dev.highstreet.simulator.calibrate.report;

/**
 * A figure and its name.
 *
 * @param label the name
 * @param value the figure
 * @param note what there is to add; empty if nothing
 */
public record Fact(String label, String value, String note) {}
