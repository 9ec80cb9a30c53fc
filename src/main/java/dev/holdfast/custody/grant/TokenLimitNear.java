package dev.holdfast.custody.grant;

/** Fired for the metrics when an account comes nearer to Google's limit of refresh tokens. */
public record TokenLimitNear() {}
