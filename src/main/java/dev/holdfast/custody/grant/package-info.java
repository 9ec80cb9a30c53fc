/**
 * Grant: stores grants with their tokens encrypted, and counts the refresh tokens that Google has issued.
 * It never calls Google; the rooms above it refresh grants.
 */
package dev.holdfast.custody.grant;
