/**
 * Storage: the schema and its migrations, whether the database is there, and what time it is there.
 * It knows no room's tables; each room's own store does.
 */
package dev.holdfast.storage;
