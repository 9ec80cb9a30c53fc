/**
 * Storage: the schema and its migrations, and whether the database is there.
 * It knows no room's tables; each room's own store does.
 */
package dev.holdfast.storage;
