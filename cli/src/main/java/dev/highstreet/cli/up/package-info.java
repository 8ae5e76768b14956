/** {@code highstreet up}: the platform, without events. */
package dev.highstreet.cli.up;
