package dev.holdfast.session.control;

import dev.holdfast.crypto.entity.Secret;

/** A new access token and its lifetime in seconds. */
public record IssuedAccessToken(Secret token, long expiresIn) {}
