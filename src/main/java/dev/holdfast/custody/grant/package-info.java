/**
 * Grant: stores grants with their tokens encrypted, and counts the refresh tokens that Google has issued.
 * It asks Google nothing; refreshes are the matter of the rooms above it.
 */
package dev.holdfast.custody.grant;
