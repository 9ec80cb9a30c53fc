package dev.holdfast.session.control;

import dev.holdfast.crypto.entity.Secret;

/** A fresh access token and the seconds it will live. */
public record IssuedAccessToken(Secret token, long expiresIn) {}
