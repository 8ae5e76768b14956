/** {@code highstreet doctor}: whether a machine has what the platform needs. */
package dev.highstreet.cli.doctor;
