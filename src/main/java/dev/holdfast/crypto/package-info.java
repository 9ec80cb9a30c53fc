/**
 * Crypto: the only room with keys and ciphers: encryption at rest, the keys of our own JWTs, hashes, random values.
 * It knows no token's meaning: what a claim or an associated datum says is the business of the room that hands it in.
 */
package dev.holdfast.crypto;
