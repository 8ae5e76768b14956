/**
 * The page that a person reads after a calibration: real against simulated, chart by chart, the
 * scorecard, and where each figure of the profile comes from.
 */
package dev.highstreet.simulator.calibrate.report;
