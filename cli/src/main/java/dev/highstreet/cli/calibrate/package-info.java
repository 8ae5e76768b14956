/** {@code highstreet calibrate}: a file of transactions into a profile, and how good it is. */
package dev.highstreet.cli.calibrate;
