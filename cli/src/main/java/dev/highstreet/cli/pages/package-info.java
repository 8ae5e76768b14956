/** What the pages of a platform that this process runs can set in motion. */
package dev.highstreet.cli.pages;
