/**
 * What every page stands in: layout, strip, live updates, formatting, parameters, the way to the
 * database, and the files a browser loads.
 */
package dev.highstreet.dashboard.shell;
