/**
 * Crypto: the only room with keys and ciphers: encryption at rest, the keys of our own JWTs, hashes, random values. It
 * knows no token's meaning: the room that passes in a claim or associated data decides what it says.
 */
@NullMarked
package dev.holdfast.crypto;

import org.jspecify.annotations.NullMarked;
