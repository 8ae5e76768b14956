/** How much the dashboard bears: event streams held open, and requests at a fixed rate. */
package dev.highstreet.bench.pages;
