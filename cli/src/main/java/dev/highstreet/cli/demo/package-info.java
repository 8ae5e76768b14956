/** {@code highstreet demo}: a whole platform, and a shop that lives on it. */
package dev.highstreet.cli.demo;
