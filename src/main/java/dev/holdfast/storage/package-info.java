/**
 * Storage: the schema and its migrations, the availability of the database, and its time.
 * The tables of a room are known only to that room's own store.
 */
@NullMarked
package dev.holdfast.storage;

import org.jspecify.annotations.NullMarked;
