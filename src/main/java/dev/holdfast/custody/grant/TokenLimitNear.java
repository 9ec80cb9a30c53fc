package dev.holdfast.custody.grant;

/** An event for the metrics: an account has come nearer to Google's limit of refresh tokens. */
public record TokenLimitNear() {}
