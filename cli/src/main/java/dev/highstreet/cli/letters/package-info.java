/** Dead letters: what was quarantined is listed, looked at, and sent back in. */
package dev.highstreet.cli.letters;
