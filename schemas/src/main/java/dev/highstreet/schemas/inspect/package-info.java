/** Records for people: what bytes hold as far as they can be read, and how that is shown. */
package dev.highstreet.schemas.inspect;
