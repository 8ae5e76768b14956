package dev.highstreet.simulator.calibrate.report;

/**
 * A labelled place along an axis.
 *
 * @param at where, in the plot's own units
 * @param label what it says
 */
public record Tick(double at, String label) {}
