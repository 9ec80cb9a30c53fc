/**
 * Grant: stores grants with their tokens encrypted, and counts the refresh tokens that Google has issued.
 * It never calls Google; the rooms above it refresh grants.
 */
@NullMarked
package dev.holdfast.custody.grant;

import org.jspecify.annotations.NullMarked;
