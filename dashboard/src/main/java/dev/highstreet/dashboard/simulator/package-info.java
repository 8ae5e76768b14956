/** The Simulator page: steers the simulated shop that runs behind these pages, if one does. */
package dev.highstreet.dashboard.simulator;
